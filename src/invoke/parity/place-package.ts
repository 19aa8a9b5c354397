import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { ownTemporary } from '../../host/own-temporary.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import { isImagePackage } from '../../lambda/image/image-packages.js';
import { type PlacedFunction, placeFunction } from '../../lambda/placement/place-function.js';
import { imageFolders } from '../../package/image-folders.js';
import { listPackage, nameInPackage } from '../../package/list-package.js';

/** How many files are copied at a time. */
const concurrency = 16;

/**
 * Puts the files of a function where its runtime looks for them, and none but those that a deploy would pack, and what Lambda's
 * image has. An artifact is that already; what a bundler makes is the function's own.
 * @throws UserError where an archive can't be unpacked, or a layer not be copied
 * @throws the signal's reason where that ends it
 */
export async function placePackage(fn: LambdaFunction, signal: AbortSignal): Promise<PlacedFunction> {
  const rules = fn.code.kind === 'folder' ? await fn.packaging?.() : undefined;
  if (rules === undefined || rules.bundler !== undefined || fn.code.kind !== 'folder') return placeFunction(fn, signal);
  const folder = await mkdtemp(join(ownTemporary(), `invoke-local-package-${process.pid}-`));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const packed = join(folder, 'task');
    await mkdir(packed);
    await copyFiles(await packedPaths(rules, fn), { from: fn.code.folder, to: packed }, signal);
    const placed = await placeFunction({ ...fn, code: { kind: 'folder', folder: packed } }, signal);
    return {
      ...placed,
      temporary: folder,
      [Symbol.asyncDispose]: async () => {
        await placed[Symbol.asyncDispose]();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A file that is packed: where it is, and where it comes to be, relative to the folder of the code. */
interface PackedPath {
  readonly from: string;
  readonly to: string;
}

async function packedPaths(
  rules: PackagingRules,
  { code, runtime, sourceRoot }: LambdaFunction,
): Promise<PackedPath[]> {
  const { root } = rules;
  const kept = imageFolders(root, (name) => isImagePackage(runtime, name));
  const ofImage = [...kept].map((folder) => `${relative(root, folder).replaceAll(sep, '/')}/`);
  const files = await listPackage(rules, (path) => ofImage.some((prefix) => path.startsWith(prefix)));
  // A plugin may pack one folder of the service alone.
  const within = relative(root, code.kind === 'folder' ? code.folder : sourceRoot).replaceAll(sep, '/');
  const prefix = within === '' ? '' : `${within}/`;
  return files.flatMap(({ path }) => {
    const name = nameInPackage(path);
    return name.startsWith(prefix)
      ? [{ from: relative(within, path).replaceAll(sep, '/'), to: name.slice(prefix.length) }]
      : [];
  });
}

async function copyFiles(
  paths: readonly PackedPath[],
  { from, to }: { readonly from: string; readonly to: string },
  signal: AbortSignal,
): Promise<void> {
  for (const folder of new Set(paths.map((path) => dirname(path.to))))
    await mkdir(join(to, folder), { recursive: true });
  const waiting = paths.values();
  const work = async (): Promise<void> => {
    for (const path of waiting) {
      signal.throwIfAborted();
      await copyFile(join(from, path.from), join(to, path.to), constants.COPYFILE_FICLONE);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}
