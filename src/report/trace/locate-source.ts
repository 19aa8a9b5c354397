import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a failed function's files are. Absolute paths. */
export interface TraceProject {
  /** The service's root. */
  readonly sourceRoot: string;
  /** The folder of our bootstraps, whose frames are not the user's. */
  readonly runtimes: string;
  /** The folder that the function's code ran in, where that was another one: an archive that was unpacked. */
  readonly taskRoot?: string;
}

/** Where build tools keep sources that a trace names by their package alone. */
const sourceFolders = ['', 'src/main/java', 'src/main/kotlin', 'src/main/scala', 'src/main/groovy', 'src'] as const;

/**
 * The file that a trace names, by a path, a `file:` URL, the URL that webpack gives a module, or a path below a folder of
 * sources. `undefined` where it is no file of this machine, such as a part of the runtime itself.
 */
export function locateSource(named: string, { sourceRoot, taskRoot }: TraceProject): string | undefined {
  const path = pathOf(named);
  if (path === undefined) return undefined;
  if (!isAbsolute(path))
    return sourceFolders.map((folder) => join(sourceRoot, folder, path)).find((file) => existsSync(file));
  if (taskRoot === undefined || taskRoot === sourceRoot) return path;
  const moved = path.startsWith(taskRoot + sep) ? join(sourceRoot, path.slice(taskRoot.length)) : path;
  return moved !== path && existsSync(moved) ? moved : path;
}

function pathOf(named: string): string | undefined {
  const webpack = /^webpack(?:-internal)?:\/\/[^/]*\/(.+)$/.exec(named)?.[1];
  if (webpack !== undefined) return webpack.replace(/\?.*$/, '');
  if (!named.startsWith('file:')) return /^[a-z][a-z-]+:/.test(named) ? undefined : named;
  try {
    return fileURLToPath(named);
  } catch {
    return undefined;
  }
}

/** Folders of code that is not the user's: dependencies, and the libraries of the languages. */
const foreign =
  /[\\/](?:node_modules|site-packages|dist-packages|lib[\\/]python\d+(?:\.\d+)?|Lib[\\/](?:importlib|asyncio|json|concurrent|urllib)|gems|lib[\\/]ruby|rubygems)[\\/]/;

/** Whether a file is the user's own code. */
export function isUserCode(file: string, { runtimes }: TraceProject): boolean {
  return !foreign.test(file) && !isBootstrap(file, runtimes);
}

/** Whether a file is one of our bootstraps. */
export function isBootstrap(file: string, runtimes: string): boolean {
  return file.startsWith(resolve(runtimes) + sep);
}
