import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const windows = process.platform === 'win32';

/** The first executable file of this name on `PATH`, as an absolute path. On Windows also with `.exe`. */
export function findOnPath(name: string, path: string | undefined): string | undefined {
  for (const folder of (path ?? '').split(delimiter)) {
    if (folder === '') continue;
    const file = executable(join(folder, name));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The path of an executable file, `undefined` where it is not one. */
export function executable(path: string): string | undefined {
  for (const file of windows && !/\.exe$/i.test(path) ? [`${path}.exe`] : [path]) {
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not there, or not executable for us: the next place is tried.
    }
  }
  return undefined;
}
