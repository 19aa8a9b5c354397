import { relative } from 'node:path';
import { pathBelow } from '../host/path-below.js';
import type { SourceLocation } from './diagnostic.js';

/**
 * How a path is written in a message, with forward slashes: relative to our working folder (in a workflow that is the
 * workspace) if it is below it, else absolute.
 */
export function displayPath(path: string, base: string = process.cwd()): string {
  return pathBelow(base, path) ?? (relative(base, path) === '' ? '.' : path);
}

/**
 * How a folder is written in a sentence, where a mere dot would be lost.
 * @param role what it is called if it is our working folder
 */
export function displayFolder(path: string, role: string): string {
  const shown = displayPath(path);
  return shown === '.' ? role : shown;
}

/** How a place is written in a message: `src/hello.js:3:9`, without the parts that are unknown. */
export function displayLocation({ file, line, column }: SourceLocation, base?: string): string {
  return [displayPath(file, base), line, column].filter((part) => part !== undefined).join(':');
}
