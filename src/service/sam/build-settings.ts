import { posix, resolve } from 'node:path';
import type { BuildSettings } from '../../lambda/function/build-settings.js';
import { type DeclaredFunction, metadataOf } from '../cloudformation/functions/declared-function.js';
import { evaluated } from '../cloudformation/functions/evaluated.js';
import { isMapping } from '../cloudformation/values.js';
import { isBuilt } from './code.js';
import { codeFolderOf } from './code-folder.js';

/**
 * How `sam build` compiles a function with esbuild: `Metadata.BuildMethod: esbuild` and its `BuildProperties`, which are
 * esbuild's own options with a capital. Source: AWS SAM developer guide, "Building Node.js Lambda functions with esbuild".
 * @returns `undefined` for a function that esbuild does not build, or that is built already
 */
export async function readSamBuild(declared: DeclaredFunction): Promise<BuildSettings | undefined> {
  const { BuildMethod: method, BuildProperties: properties } = metadataOf(declared);
  if (method !== 'esbuild' || isBuilt(declared.stack.folder)) return undefined;
  const { EntryPoints: entryPoints, ...others } = isMapping(properties) ? properties : {};
  const options = Object.fromEntries(Object.entries(others).map(([name, value]) => [lowered(name), value]));
  const folder = codeFolderOf(declared);
  const handler = await evaluated(declared.properties.get('Handler'), declared.stack);
  const source =
    typeof handler?.value === 'string' && Array.isArray(entryPoints) && folder !== undefined
      ? entryOf(handler.value, entryPoints.map(String), folder)
      : undefined;
  return { tool: 'sam build', options, ...(source === undefined ? {} : { source }) };
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The entry point that becomes the handler's file: esbuild writes it below the folder that all entry points share. */
function entryOf(handler: string, entryPoints: readonly string[], folder: string): string | undefined {
  const module = posix.normalize(handler.slice(0, handler.lastIndexOf('.')));
  const normalized = entryPoints.map((entry) => posix.normalize(entry));
  const shared = sharedFolder(normalized.map((entry) => posix.dirname(entry)));
  const found = normalized.find((entry) => {
    const below = posix.relative(shared, entry);
    return below.slice(0, below.length - posix.extname(below).length) === module;
  });
  return found === undefined ? undefined : resolve(folder, found);
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
