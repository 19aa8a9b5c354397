import { relative, sep } from 'node:path';

/** A path relative to a folder, with forward slashes; `undefined` for one that is not below it. */
export function pathBelow(folder: string, path: string): string | undefined {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
    ? relative(folder, path).replaceAll(sep, '/')
    : undefined;
}
