import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { filesOfFolder } from './folder-glob.js';

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
  const taken = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const files = new Set<string>();
  const unmatched: string[] = [];
  for (const pattern of patterns.filter((each) => !each.startsWith('!'))) {
    const found = await filesOf(pattern, taken, folder);
    if (found.length === 0) unmatched.push(pattern);
    for (const file of found) files.add(file);
  }
  return { files: [...files], unmatched };
}

async function filesOf(pattern: string, taken: readonly string[], folder: string): Promise<readonly string[]> {
  const path = resolve(folder, pattern);
  const isPath = await isFile(path);
  if (isPath && taken.length === 0) return [path];
  const inFolder = isPath || taken.length > 0 ? undefined : filesOfFolder(pattern, folder);
  if (inFolder !== undefined) return inFolder;
  const { globFiles, isTaken } = await import('./glob-files.js');
  if (isPath) return isTaken(path, taken, folder) ? [] : [path];
  return globFiles(pattern, taken, folder);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
}
