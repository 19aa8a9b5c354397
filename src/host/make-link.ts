import { copyFile, symlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { statusOf } from './status-of.js';

/**
 * Makes a link. On Windows anybody can link folders (as junctions), but only some users can link files: files are copied
 * there, and a link that leads nowhere is left out.
 * @param target absolute, or relative to the folder of the link
 */
export async function makeLink(target: string, path: string): Promise<void> {
  if (process.platform !== 'win32') return symlink(target, path);
  const from = resolve(dirname(path), target);
  const found = statusOf(from);
  if (found?.isDirectory() === true) await symlink(from, path, 'junction');
  else if (found !== undefined) await copyFile(from, path);
}
