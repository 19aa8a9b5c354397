import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow, type Walk } from '../../host/files-below.js';
import { statusOf } from '../../host/status-of.js';

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
  const isAssembly = (path: string): boolean => statusOf(join(path, assemblyMark))?.isFile() === true;
  if (isAssembly(folder)) return undefined;
  const enters: Walk['enters'] = ({ name, path }) => !leftOut.test(name) && !isAssembly(path);
  for (const path of filesBelow(folder, { most: maxEntries, enters })) {
    const name = basename(path);
    const isSource = source.test(name) && !/\.(?:test|spec)\./.test(name);
    if (isSource && (statusOf(path)?.mtimeMs ?? 0) > madeMs) return path;
  }
  return undefined;
}
