import { dirname } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { isBelow } from '../../host/path-below.js';
import { installedAt, readManifest } from '../dependency-folders.js';
import type { NodePackage } from './node-package.js';

/**
 * The package that a file belongs to which is linked from a `node_modules` above the root, as those of npm's and Yarn's workspaces and
 * of `npm link` are: its own folder has no `node_modules` in its path.
 * @param file outside of the root, without links
 */
export function workspacePackageOf(file: string, root: string): NodePackage | undefined {
  for (let folder = dirname(file); dirname(folder) !== folder && !isBelow(root, folder); folder = dirname(folder)) {
    const name = readManifest(folder)?.name;
    if (typeof name !== 'string') continue;
    const link = installedAt(root, name);
    if (link !== undefined && realPath(link) === folder) return { name, folder };
  }
  return undefined;
}
