import path, { type PlatformPath } from 'node:path';

/** What of a system's paths these functions use, which tests replace. */
type Paths = Pick<PlatformPath, 'sep' | 'relative' | 'isAbsolute'>;

/**
 * Whether a path is inside of a folder, and is not that folder. Both are absolute, and as the system writes them. Nothing is inside of
 * a root: what is said of a folder is never meant for a whole machine.
 */
export function isBelow(inner: string, folder: string, { sep }: Pick<Paths, 'sep'> = path): boolean {
  const start = folder + sep;
  return inner.length > start.length && folded(inner, sep).startsWith(folded(start, sep));
}

/**
 * The way from a folder to what is inside of it, with forward slashes; `undefined` for what is not, and for the folder itself. Both are
 * absolute, or relative to the working folder.
 */
export function pathBelow(
  folder: string,
  inner: string,
  { sep, relative, isAbsolute }: Paths = path,
): string | undefined {
  const way = relative(folder, inner);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
  return sep === '/' ? way : way.replaceAll(sep, '/');
}

/** How paths are compared: Windows does not tell upper and lower case apart, and writes drives either way. */
function folded(text: string, sep: string): string {
  return sep === '/' ? text : text.toLowerCase();
}
