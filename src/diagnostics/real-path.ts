import { realpathSync } from 'node:fs';

/** A path without the links that lead to it, as runtimes name the files that they load; as it is, where nothing is there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
