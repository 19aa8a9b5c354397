import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayFolder } from '../../diagnostics/display-path.js';
import type { BuildSettings } from '../../lambda/function/build-settings.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { evaluated } from '../cloudformation/functions/evaluated.js';
import { isMapping } from '../cloudformation/values.js';
import { locateNode } from '../document/locate.js';
import { invalidSetting, type Setting } from '../document/settings.js';
import { isBuilt } from './code.js';
import { codeFolderOf } from './code-folder.js';

/** What `sam build` takes where the properties say nothing. It leaves no package out of the bundle by itself. */
const defaults = { target: 'es2020', format: 'cjs', minify: true, exclude: [] };

/** Properties that `sam build` keeps to itself, or decides. Options are compared as esbuild has them. */
const notForEsbuild: ReadonlySet<string> = new Set(['bundle', 'entryPoints', 'outdir', 'platform', 'useNpmCi']);

/** Options of esbuild that have names and values, which a list writes as `name=value`. */
const named: ReadonlySet<string> = new Set([
  'alias',
  'banner',
  'define',
  'footer',
  'loader',
  'logOverride',
  'outExtension',
  'supported',
]);

/** From which Node.js on Lambda tells ES modules by their syntax, in files whose extension says nothing. */
const detectingNode = 24;

/**
 * How `sam build` compiles a function with esbuild: `Metadata.BuildMethod: esbuild` and its `BuildProperties`, which are
 * esbuild's own options with a capital. Source: AWS SAM developer guide, "Building Node.js Lambda functions with esbuild";
 * AWS Lambda Builders, `nodejs_npm_esbuild`.
 * @returns `undefined` for a function that esbuild does not build, or that is built already
 * @throws UserError for entry points with which `sam build` fails
 */
export async function readSamBuild(declared: DeclaredFunction): Promise<BuildSettings | undefined> {
  const { BuildMethod: method, BuildProperties: properties } = metadataOf(declared);
  if (method !== 'esbuild' || isBuilt(declared.stack.folder)) return undefined;
  const { stack, logicalId } = declared;
  const path = ['Resources', logicalId, 'Metadata', 'BuildProperties'];
  const place: Setting = { name: path.join('.'), node: stack.nodeAt(path), value: properties };
  const given = isMapping(properties) ? properties : {};
  const options = { ...defaults, ...optionsOf(given) };
  const folder = codeFolderOf(declared);
  const handler = (await evaluated(declared.properties.get('Handler'), stack))?.value;
  const entries = folder === undefined ? [] : entryPoints(given['EntryPoints'], place, folder);
  const outputs = outputsOf(entries);
  const module = typeof handler === 'string' ? posix.normalize(handler.slice(0, handler.lastIndexOf('.'))) : undefined;
  const source = module === undefined ? undefined : outputs.get(module);
  const runtime = (await evaluated(declared.properties.get('Runtime'), stack))?.value;
  const findings = [
    formatFinding(declared, options, String(runtime), place),
    module === undefined || source !== undefined ? undefined : handlerFinding(declared, module, outputs, place),
  ].filter((finding) => finding !== undefined);
  return {
    tool: 'sam build',
    options,
    ...(source === undefined || folder === undefined ? {} : { source: resolve(folder, source) }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

/** The properties as options of esbuild, without those of `sam build` itself. */
function optionsOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([property, value]) => {
      const name = property.charAt(0).toLowerCase() + property.slice(1);
      if (notForEsbuild.has(name)) return [];
      return [[name, named.has(name) && Array.isArray(value) ? pairsOf(value) : value] as const];
    }),
  );
}

/** `[js=import x, css=…]` as a mapping. */
function pairsOf(list: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(
    list.map(String).map((item) => [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)]),
  );
}

/** The files of the entry points, relative to the folder of the code; one may be named without `.ts` or `.js`. */
function entryPoints(given: unknown, place: Setting, folder: string): string[] {
  const wrong = (reason: string, hint: string): Error =>
    invalidSetting(place, `${reason}: \`sam build\` fails`, { code: 'sam-build-invalid', hint });
  const hint = 'Name the source of the handler, relative to CodeUri: `EntryPoints: [src/app.ts]`.';
  if (given === undefined) throw wrong('has no EntryPoints', hint);
  if (!Array.isArray(given) || given.length === 0) throw wrong('has EntryPoints that are no list of files', hint);
  return given.map((entry) => {
    const written = posix.normalize(String(entry));
    const candidates = posix.extname(written) === '' ? [`${written}.ts`, `${written}.js`] : [written];
    const found = candidates.find((candidate) => existsSync(resolve(folder, candidate)));
    if (found !== undefined) return found;
    throw wrong(`has the entry point ${String(entry)}, which is not in ${displayFolder(folder, 'the folder')}`, hint);
  });
}

/** The entry points by the modules that they become: esbuild writes them below the folder that all of them share. */
function outputsOf(entries: readonly string[]): ReadonlyMap<string, string> {
  const shared = sharedFolder(entries.map((entry) => posix.dirname(entry)));
  return new Map(
    entries.map((entry) => {
      const below = posix.relative(shared, entry);
      return [below.slice(0, below.length - posix.extname(below).length), entry] as const;
    }),
  );
}

function sharedFolder(folders: readonly string[]): string {
  const [first = '.', ...others] = folders;
  const segments = first === '.' ? [] : first.split('/');
  const isShared = (count: number): boolean =>
    others.every((folder) => `${folder}/`.startsWith(`${segments.slice(0, count).join('/')}/`));
  let count = segments.length;
  while (count > 0 && !isShared(count)) count -= 1;
  return segments.slice(0, count).join('/') || '.';
}

/** A handler whose file `sam build` does not write. */
function handlerFinding(
  { key, properties }: DeclaredFunction,
  module: string,
  outputs: ReadonlyMap<string, string>,
  { node }: Setting,
): Diagnostic {
  const location = locateNode(properties.get('Handler')?.node ?? node, 'key');
  const [only, ...others] = outputs.keys();
  const written = [...outputs.keys()].map((output) => `${output}.js`).join(', ');
  return {
    severity: 'warning',
    code: 'package-handler',
    message: `The handler of ${key} names ${module}, and \`sam build\` writes ${written}: esbuild leaves out the folder that all EntryPoints share. Lambda does not find the handler.`,
    hint:
      only === undefined || others.length > 0
        ? 'Let the handler name one of these files.'
        : `Let the handler begin with ${only}.`,
    ...(location === undefined ? {} : { location }),
  };
}

/** A bundle of ES modules in a `.js` file, beside which `sam build` puts no `package.json`. */
function formatFinding(
  { key }: DeclaredFunction,
  { format, outExtension }: Readonly<Record<string, unknown>>,
  runtime: string,
  { node }: Setting,
): Diagnostic | undefined {
  const extension = isMapping(outExtension) ? outExtension['.js'] : undefined;
  const version = Number(parseRuntime(runtime)?.version);
  if (format !== 'esm' || (extension ?? '.js') !== '.js' || !(version < detectingNode)) return undefined;
  const location = locateNode(node, 'key');
  return {
    severity: 'warning',
    code: 'package-module-format',
    message: `\`sam build\` writes the ES module of ${key} into a .js file without a package.json: Lambda's ${runtime} loads it as CommonJS, and fails.`,
    hint: 'Give it another extension: `OutExtension: [.js=.mjs]`.',
    ...(location === undefined ? {} : { location }),
  };
}
