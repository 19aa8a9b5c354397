import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const source = /\.(?:[cm]?[jt]sx?|py|rb|java|kt|go|rs|cs)$/;
const leftOut = /^(?:node_modules|dist|build|target|bin|obj|coverage|tests?|__tests__|\..*)$/;

/** The file that the folder of an assembly has. */
const assemblyMark = 'cdk.out';

/** How many files and folders are looked at: more would cost more than the answer is worth. */
const maxEntries = 5000;

/**
 * A source file of a project that is newer than what was made of it; `undefined` where there is none. Packages, builds and tests are
 * left out.
 * @param folder the project. Absolute.
 * @param made the file that was made. Absolute.
 */
export function newerSource(folder: string, made: string): string | undefined {
  const madeMs = statSync(made).mtimeMs;
  const waiting = [folder];
  let seen = 0;
  for (let current = waiting.pop(); current !== undefined && seen < maxEntries; current = waiting.pop()) {
    const entries = entriesOf(current);
    if (entries.some((entry) => entry.name === assemblyMark && entry.isFile())) continue;
    for (const entry of entries) {
      seen += 1;
      const path = join(current, entry.name);
      if (entry.isDirectory() && !leftOut.test(entry.name)) waiting.push(path);
      const isSource = entry.isFile() && source.test(entry.name) && !/\.(?:test|spec)\./.test(entry.name);
      if (isSource && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > madeMs) return path;
    }
  }
  return undefined;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
