import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startableEndings } from './windows-programs.js';

const windows = process.platform === 'win32';

/** The first executable file of this name on `PATH`, as an absolute path. On Windows also with an ending of `PATHEXT`. */
export function findOnPath(name: string, path: string | undefined): string | undefined {
  for (const entry of (path ?? '').split(delimiter)) {
    const folder = windows ? entry.replaceAll('"', '') : entry;
    if (folder === '') continue;
    const file = executable(join(folder, name));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The path of an executable file, `undefined` where it is not one. On Windows its ending may be left out. */
export function executable(path: string): string | undefined {
  for (const file of windows ? withEndings(path, startableEndings(process.env)) : [path]) {
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not there, or not executable for us: the next place is tried.
    }
  }
  return undefined;
}

/** Where Windows looks for a program: a name with an ending is taken as it is, but `python3.12` has none. */
function withEndings(path: string, endings: readonly string[]): string[] {
  const hasEnding = endings.some((ending) => path.toLowerCase().endsWith(ending));
  return [...(hasEnding ? [path] : []), ...endings.map((ending) => path + ending)];
}
