import { join } from 'node:path';
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

/**
 * The links below a folder that lead out of it, and those below what they lead to. Of installed packages only those beside them are looked
 * at: of a package of pnpm's or Yarn's workspace, which is such a link, the links to what it needs are in a folder of its own.
 */
export function linkedPlaces(root: string): LinkedPlace[] {
  const found: LinkedPlace[] = [];
  const entered = new Set([root]);
  const waiting = [{ folder: root, at: '' }];
  for (let count = 0; count < maxFolders; count += 1) {
    const next = waiting.pop();
    if (next === undefined) break;
    const isInModules = /(?:^|\/)node_modules(?:\/@[^/]+)?$/.test(next.at);
    for (const member of membersOf(next.folder)) {
      const path = next.at === '' ? member.name : `${next.at}/${member.name}`;
      const isPackage = isInModules && !member.name.startsWith('@');
      const enter = (folder: string): void => {
        if (entered.has(folder)) return;
        entered.add(folder);
        waiting.push(
          isPackage ? { folder: join(folder, 'node_modules'), at: `${path}/node_modules` } : { folder, at: path },
        );
      };
      if (member.isSymbolicLink()) {
        const target = realPath(join(next.folder, member.name));
        if (target === root || isBelow(target, root)) continue;
        found.push({ path, target });
        enter(target);
      } else if (member.isDirectory() && member.name !== '.git') enter(join(next.folder, member.name));
    }
  }
  return found;
}
