import { relative, sep } from 'node:path';

/** How paths are compared: Windows tells upper and lower case not apart, and writes drives either way. */
const folded = (path: string): string => (sep === '/' ? path : path.toLowerCase());

/** A path relative to a folder, with forward slashes; `undefined` for one that is not below it. */
export function pathBelow(folder: string, path: string): string | undefined {
  return folded(path).startsWith(folded(folder.endsWith(sep) ? folder : folder + sep))
    ? relative(folder, path).replaceAll(sep, '/')
    : undefined;
}
