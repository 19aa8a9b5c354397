import { basename, dirname } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { firstBytes } from '../executable/first-bytes.js';

/** Where macOS has programs that look for those of the chosen developer tools, by `DEVELOPER_DIR` (xcode-select(1)). */
const shimsOfMacos = '/usr/bin';

/**
 * Whether a program is an interpreter itself, and not what looks for one, such as the shims of version managers: a script, or a
 * tool with a link of that name. These choose by variables and folders.
 */
export function isInterpreter(command: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'darwin' && dirname(command) === shimsOfMacos) return false;
  const isNamed = /^(?:node(?:js)?|python|ruby|java)[\d.]*$/.test(basename(realPath(command)));
  return isNamed && firstBytes(command, 2)?.toString('latin1') !== '#!';
}
