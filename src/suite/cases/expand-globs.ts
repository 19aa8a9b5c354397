import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';

/** The files for paths and globs, and the patterns without files. */
export interface ExpandedGlobs {
  /** Absolute, without duplicates: in the order of the patterns, those of one sorted. */
  readonly files: readonly string[];
  /** Patterns that match nothing. */
  readonly unmatched: readonly string[];
}

/**
 * Finds the files that paths and globs name. A pattern with `!` in front excludes files. The path of an existing file means
 * that file, even if it looks like a glob. Globs do not search `node_modules` and `.git`.
 * @param folder what relative ones start from. Absolute
 */
export async function expandGlobs(patterns: readonly string[], folder: string): Promise<ExpandedGlobs> {
  const taken = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => slashes(pattern.slice(1)));
  const files = new Set<string>();
  const unmatched: string[] = [];
  for (const pattern of patterns.filter((each) => !each.startsWith('!'))) {
    const found = (await isFile(resolve(folder, pattern)))
      ? withoutTaken(resolve(folder, pattern), taken, folder)
      : await globFiles(pattern, taken, folder);
    if (found.length === 0) unmatched.push(pattern);
    for (const file of found) files.add(file);
  }
  return { files: [...files], unmatched };
}

async function globFiles(pattern: string, ignore: readonly string[], folder: string): Promise<string[]> {
  const written = slashes(pattern);
  if (!isDynamicPattern(written)) return [];
  const found = await glob(written, {
    cwd: folder,
    ignore: [...ignore, '**/node_modules/**', '**/.git/**'],
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
  });
  return found.map((file) => resolve(file)).sort();
}

function withoutTaken(file: string, taken: readonly string[], folder: string): string[] {
  if (taken.length === 0) return [file];
  const relative = slashes(file).replace(`${slashes(folder)}/`, '');
  return taken.some((pattern) => picomatch.isMatch(relative, pattern) || relative === pattern) ? [] : [file];
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
}

/** Globs are written with slashes everywhere. */
function slashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
