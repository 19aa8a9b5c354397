import { resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';

/**
 * The files that a glob names, sorted; none where it is no glob.
 * @param taken patterns of files that are left out
 * @param folder what relative ones start from. Absolute.
 */
export async function globFiles(pattern: string, taken: readonly string[], folder: string): Promise<string[]> {
  const written = slashes(pattern);
  if (!isDynamicPattern(written)) return [];
  const found = await glob(written, {
    cwd: folder,
    ignore: [...taken.map(slashes), '**/node_modules/**', '**/.git/**'],
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
  });
  return found.map((file) => resolve(file)).sort();
}

/** Whether one of the patterns names a file. */
export function isTaken(file: string, taken: readonly string[], folder: string): boolean {
  const relative = slashes(file).replace(`${slashes(folder)}/`, '');
  return taken.map(slashes).some((pattern) => picomatch.isMatch(relative, pattern) || relative === pattern);
}

/** Globs are written with slashes everywhere. */
function slashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
