import { join } from 'node:path';
import { membersOf } from './members-of.js';

/** Which files are looked at. */
export interface Walk {
  /** How many files and folders are looked at. */
  readonly most: number;
  /** Whether a folder is entered. */
  enters(folder: Folder): boolean;
}

/** A folder that may be entered. */
export interface Folder {
  readonly name: string;
  /** Absolute, if the folder that the walk began with is. */
  readonly path: string;
}

/** The paths of the files below a folder, the nearest first. Links are not followed, and what can't be read is left out. */
export function* filesBelow(folder: string, { most, enters }: Walk): Generator<string, void, undefined> {
  const waiting = [folder];
  let seen = 0;
  for (let current = waiting.shift(); current !== undefined && seen < most; current = waiting.shift()) {
    for (const entry of membersOf(current)) {
      seen += 1;
      const path = join(current, entry.name);
      if (entry.isFile()) yield path;
      else if (entry.isDirectory() && enters({ name: entry.name, path })) waiting.push(path);
    }
  }
}
