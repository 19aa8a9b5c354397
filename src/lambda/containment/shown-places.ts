import { sep } from 'node:path';
import { isBelow } from '../../host/path-below.js';

/**
 * What has to be shown again so that a path is seen although a folder above it is covered: for the innermost such folder, its
 * member in which the path is, since what belongs together is usually there together.
 * @param covers the paths that are covered
 * @returns none if nothing above the path is covered
 */
export function shownAbove(path: string, covers: readonly string[]): string[] {
  const above = covers.filter((cover) => isBelow(path, cover)).sort((a, b) => b.length - a.length);
  const [innermost] = above;
  if (innermost === undefined) return [];
  const [member = ''] = path.slice(innermost.length + 1).split(sep);
  return [`${innermost}${sep}${member}`];
}
