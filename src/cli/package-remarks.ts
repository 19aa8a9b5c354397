import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { maxUnpackedBytes, maxUploadedBytes } from '../lambda/limits.js';
import { listPackage, nameInPackage, type PackagedFile } from '../package/list-package.js';
import { unfitNatives } from '../package/native-fit.js';
import { zippedBytes } from '../package/package-size.js';
import { countText, sizeText } from '../report/text/amounts.js';

/** A package whose files are known. */
export interface ListedPackage {
  readonly function: LambdaFunction;
  /** Absolute. */
  readonly root: string;
  readonly files: readonly PackagedFile[];
}

/** The sizes of a package, in words. */
export async function packageSizes({ function: fn, root, files }: ListedPackage): Promise<string> {
  const bytes = sum(files);
  const zipped = await zippedBytes(root, files);
  const ofLayers = await layerBytes(fn);
  const layers = ofLayers === 0 ? '' : `, ${sizeText(bytes + ofLayers)} with its layers`;
  return `${countText(files.length, 'file')}, ${sizeText(bytes)} unpacked${layers}, about ${sizeText(zipped)} zipped.`;
}

/** What a deploy of a package would refuse, or would not run. */
export async function packageRemarks(listed: ListedPackage): Promise<Diagnostic[]> {
  const { function: fn, root, files } = listed;
  const remarks: Diagnostic[] = [];
  const add = (code: string, message: string, hint: string): void => {
    remarks.push({ severity: 'warning', code, message, hint });
  };
  const bytes = sum(files) + (await layerBytes(fn));
  if (bytes > maxUnpackedBytes) {
    add(
      'package-size',
      `${fn.key} and its layers have ${sizeText(bytes)} unpacked, more than the ${sizeText(maxUnpackedBytes)} that Lambda allows. A deploy would fail.`,
      'The list has the largest files first. Leave out what is not needed, or deploy it as a container image.',
    );
  }
  const zipped = await zippedBytes(root, files);
  if (zipped > maxUploadedBytes) {
    add(
      'package-size-zipped',
      `The archive of ${fn.key} will have about ${sizeText(zipped)}, more than the ${sizeText(maxUploadedBytes)} that the Lambda API takes itself.`,
      'A deploy by way of a bucket works, as the Serverless Framework, SAM and the CDK do it; `serverless deploy function` does not.',
    );
  }
  const handler = handlerFile(fn, root);
  if (handler !== undefined && !files.some(({ path }) => nameInPackage(path) === handler)) {
    add(
      'package-handler',
      `The handler of ${fn.key}, ${handler}, is not in its package: patterns leave it out. Lambda does not find it.`,
      'Add a pattern for it after those that leave it out.',
    );
  }
  const paths = files.map(({ path }) => join(root, path));
  for (const { file, builtFor } of unfitNatives(paths, fn.architecture)) {
    add(
      'package-native',
      `${displayPath(file)} is native code for ${builtFor}, and ${fn.key} is a function for Linux on ${fn.architecture}.`,
      'Install the package for that before the deploy.',
    );
  }
  return remarks;
}

/** The file of a handler, relative to the folder; `undefined` where there is none of that name, or its language has none. */
function handlerFile({ handler, runtime, code }: LambdaFunction, root: string): string | undefined {
  if (code.kind !== 'folder' || !/^(?:nodejs|python|ruby)/.test(runtime)) return undefined;
  const within = relative(root, code.folder).replaceAll(sep, '/');
  const [, module = ''] = /^(.*?[^/]*?)\.[^/]*$/.exec(handler) ?? [];
  const path = within === '' ? module : `${within}/${module}`;
  const extensions = runtime.startsWith('nodejs')
    ? ['.js', '.mjs', '.cjs']
    : runtime.startsWith('python')
      ? ['.py']
      : ['.rb'];
  return extensions.map((extension) => path + extension).find((file) => existsSync(join(root, file)));
}

/** The size of a function's layers that are folders here; archives are counted as they are. */
async function layerBytes({ layers }: LambdaFunction): Promise<number> {
  const sizes = layers.map(async ({ code }) => {
    if (code.kind === 'zip') return (await stat(code.file)).size;
    if (code.kind === 'inline' || code.kind === 'elsewhere') return 0;
    const whole = { root: code.folder, patterns: [], searched: [], leavesOutDevDependencies: false };
    return sum(await listPackage(whole));
  });
  return (await Promise.all(sizes)).reduce((total, bytes) => total + bytes, 0);
}

function sum(files: readonly PackagedFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
