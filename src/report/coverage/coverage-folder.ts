import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';

/**
 * The folder for the coverage, which need not be there yet.
 * @param path relative to `base`, or absolute
 * @param asked how messages name what asked for it: "The input `coverage`"
 * @throws UserError where a file is in its place
 */
export function coverageFolder(path: string, base: string, asked: string): string {
  const folder = resolve(base, path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UserError({
      code: 'coverage-no-folder',
      message: `${asked} names ${displayPath(folder, base)}, which is not a folder.`,
      hint: 'Name a folder: several files are written into it.',
    });
  }
  return folder;
}
