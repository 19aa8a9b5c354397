import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Gives folders below `root` in which compiled code finds the packages that its source finds: each `node_modules` on the
 * way up from the source is linked at the same distance. `NODE_PATH` could not do that: ES modules ignore it.
 * @param root a folder of our own, absolute and empty
 * @returns the folder to write the compiled code of a source folder into
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
