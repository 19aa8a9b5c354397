import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realPath } from '../../diagnostics/real-path.js';
import { isBelow } from '../../host/path-below.js';

/** Where a failed function's files are. Absolute paths. */
export interface TraceProject {
  /** Where the function's code and packages are. */
  readonly sourceRoot: string;
  /** The project around them, by default the same: what runs may be a copy of its files that a build has made. */
  readonly projectRoot?: string;
  /** The folder of our bootstraps, whose frames are not the user's. */
  readonly runtimes: string;
}

/** Folders where build tools keep sources that a trace names by their package only. */
const sourceFolders = ['', 'src/main/java', 'src/main/kotlin', 'src/main/scala', 'src/main/groovy', 'src'] as const;

/** A file of an archive, which was unpacked only for the run. */
const archived = /^.+\.(?:zip|jar)[\\/](.+)$/;

/** `webpack://name/./src/a.ts?1a2b`, with any name or none. */
const webpackModule = /^webpack(?:-internal)?:\/\/[^/]*\/([^?]+)/;

/** The code that webpack itself adds to a bundle, and the modules that it leaves out. */
const ofWebpack = /^(?:webpack\/|external )/;

/**
 * The file that a trace or a source map names: by a path, a `file:` URL, webpack's URL for a module, or a path below a
 * folder of sources. For a file of an archive it is the project's file of that path. `undefined` if this machine has no such
 * file, as for a part of the runtime itself.
 */
export function locateSource(named: string, { sourceRoot }: TraceProject): string | undefined {
  const module = webpackModule.exec(named)?.[1];
  if (module !== undefined) return ofWebpack.test(module) ? undefined : join(sourceRoot, module);
  const path = pathOf(named);
  if (path === undefined) return undefined;
  const inArchive = archived.exec(path)?.[1];
  if (isAbsolute(path) && inArchive === undefined) return path;
  const sought = inArchive ?? path;
  const folders = sourceFolders.map((folder) => join(sourceRoot, folder));
  // Go names a package by its folder, which may be the root itself.
  if (sought.endsWith('.go')) folders.push(dirname(sourceRoot));
  const found = folders.map((folder) => join(folder, sought)).find((file) => existsSync(file));
  return found ?? (inArchive === undefined ? undefined : path);
}

function pathOf(named: string): string | undefined {
  if (!named.startsWith('file:')) return /^[a-z][a-z-]+:/.test(named) ? undefined : named;
  try {
    return fileURLToPath(named);
  } catch {
    return undefined;
  }
}

/** Folders with code that is not the user's: dependencies, and the languages' own libraries. */
const foreign =
  /(?:^|[\\/])(?:node_modules|site-packages|dist-packages|\.serverless[\\/]requirements|lib[\\/]python\d+(?:\.\d+)?|Python[^\\/]*[\\/](?:[\d.]+[\\/]\w+[\\/])?Lib|gems|lib[\\/]ruby|rubygems|pkg[\\/]mod|rustc[\\/][0-9a-f]{40}|\.cargo[\\/]registry)[\\/]/;

/** A file of Go's own library, whose packages are named by one word. */
const ofGo = /[\\/](?:go[\d.-]*|x64|arm64|libexec)[\\/]src[\\/][a-z0-9]+[\\/](?:[^.\\/]+[\\/])*[^\\/]+\.go$/;

/** Whether a file is the user's own code. The folders that the project itself lies in tell nothing of it. */
export function isUserCode(file: string, { runtimes, sourceRoot }: TraceProject): boolean {
  const beyond = beyondCommonFolder(file, sourceRoot);
  return !foreign.test(beyond) && !ofGo.test(`${sep}${beyond}`) && !isBootstrap(file, runtimes);
}

/** What of a path is below the nearest folder that it has in common with another. */
function beyondCommonFolder(file: string, other: string): string {
  const parts = file.split(sep);
  const others = other.split(sep);
  const apart = parts.findIndex((part, index) => part !== others[index]);
  return parts.slice(Math.max(0, apart)).join(sep);
}

/** Whether a file is one of our bootstraps, whose folder Node.js names without the links that lead to it. */
export function isBootstrap(file: string, runtimes: string): boolean {
  const folder = resolve(runtimes);
  return [folder, realPath(folder)].some((path) => isBelow(file, path));
}
