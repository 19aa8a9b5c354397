import { isAbsolute, relative, sep } from 'node:path';

/**
 * How a path is written in a message: relative to the folder that the process runs in (in a workflow that is the
 * workspace) where it lies below it, with forward slashes; absolute otherwise.
 */
export function displayPath(path: string, base: string = process.cwd()): string {
  const shown = relative(base, path);
  if (shown === '') return '.';
  if (isAbsolute(shown) || shown === '..' || shown.startsWith(`..${sep}`)) return path;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
