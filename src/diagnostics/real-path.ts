import { realpathSync } from 'node:fs';

/** A path with its links resolved, as runtimes name the files that they load; unchanged if nothing exists there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
