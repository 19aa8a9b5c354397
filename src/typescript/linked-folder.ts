import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes folders below `root` in which compiled code finds the same packages as its source: each `node_modules` above the
 * source is linked at the same distance above the compiled code. `NODE_PATH` could not do that: ES modules ignore it.
 * @param root a folder of our own, absolute and empty
 * @returns the folder for the compiled code of a source folder
 */
export function createLinkedFolders(root: string): (sourceFolder: string) => string {
  const known = new Map<string, string>();
  const links = new Map<string, string>();

  const folderFor = (sourceFolder: string): string => {
    const found = known.get(sourceFolder);
    if (found !== undefined) return found;
    const parent = dirname(sourceFolder);
    const outer = parent === sourceFolder ? root : folderFor(parent);
    const modules = join(sourceFolder, 'node_modules');
    const linked = basename(sourceFolder) !== 'node_modules' && existsSync(modules) ? link(outer, modules) : outer;
    known.set(sourceFolder, linked);
    return linked;
  };
  const link = (outer: string, modules: string): string => {
    const inner = join(outer, String(links.size));
    links.set(modules, inner);
    mkdirSync(inner);
    symlinkSync(modules, join(inner, 'node_modules'), 'junction');
    return inner;
  };
  return folderFor;
}
