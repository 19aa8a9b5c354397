import { join, relative, sep } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { membersOf } from '../../host/members-of.js';
import { isBelow } from '../../host/path-below.js';

/** A link in the folder that is packed: a deploy packs what it leads to as if that were there. */
export interface LinkedPlace {
  /** The link, relative to the root, with forward slashes. */
  readonly path: string;
  /** Where it leads. Absolute. */
  readonly target: string;
}

/** How many folders are looked into. */
const maxFolders = 20_000;

/** The links below a folder that lead out of it. Of installed packages only those beside them are looked at. */
export function linkedPlaces(root: string): LinkedPlace[] {
  const found: LinkedPlace[] = [];
  const waiting = [root];
  for (let count = 0; count < maxFolders; count += 1) {
    const folder = waiting.pop();
    if (folder === undefined) break;
    const inModules = /[\\/]node_modules(?:[\\/]@[^\\/]+)?$/.test(folder);
    for (const member of membersOf(folder)) {
      const path = join(folder, member.name);
      if (member.isSymbolicLink()) {
        const target = realPath(path);
        if (target !== root && !isBelow(target, root)) {
          found.push({ path: relative(root, path).replaceAll(sep, '/'), target });
        }
      } else if (member.isDirectory() && member.name !== '.git') {
        const isPackage = inModules && !member.name.startsWith('@');
        waiting.push(isPackage ? join(path, 'node_modules') : path);
      }
    }
  }
  return found;
}
