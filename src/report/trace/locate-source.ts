import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a failed function's files are. Absolute paths. */
export interface TraceProject {
  /** The service's root. */
  readonly sourceRoot: string;
  /** The folder of our bootstraps, whose frames are not the user's. */
  readonly runtimes: string;
}

/** Where build tools keep sources that a trace names by their package alone. */
const sourceFolders = ['', 'src/main/java', 'src/main/kotlin', 'src/main/scala', 'src/main/groovy', 'src'] as const;

/** A file within an archive, whose folder of contents was there for the run alone. */
const archived = /^.+\.(?:zip|jar)[\\/](.+)$/;

/**
 * The file that a trace names, by a path, a `file:` URL, the URL that webpack gives a module, or a path below a folder of
 * sources. One in an archive is the file that the project has in its place. `undefined` where it is no file of this machine,
 * such as a part of the runtime itself.
 */
export function locateSource(named: string, { sourceRoot }: TraceProject): string | undefined {
  const path = pathOf(named);
  if (path === undefined) return undefined;
  const inArchive = archived.exec(path)?.[1];
  if (isAbsolute(path) && inArchive === undefined) return path;
  const sought = inArchive ?? path;
  const found = sourceFolders.map((folder) => join(sourceRoot, folder, sought)).find((file) => existsSync(file));
  return found ?? (inArchive === undefined ? undefined : path);
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
