import { basename } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { firstBytes } from '../executable/first-bytes.js';

/**
 * Whether a program is an interpreter itself, and not what looks for one, such as the shims of version managers: a script, or a
 * tool with a link of that name. These choose by variables and folders.
 */
export function isInterpreter(command: string): boolean {
  const isNamed = /^(?:node(?:js)?|python|ruby|java)[\d.]*$/.test(basename(realPath(command)));
  return isNamed && firstBytes(command, 2)?.toString('latin1') !== '#!';
}
