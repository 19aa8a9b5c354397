import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collectFolders } from './dependency-folders.js';

/**
 * The folders of installed packages that Lambda's image has too, and of what these need: a deploy leaves them out, and a function has
 * them all the same.
 * @param root the folder that is packed. Absolute.
 * @param isOfImage whether the image has a package of this name
 */
export function imageFolders(root: string, isOfImage: (name: string) => boolean): ReadonlySet<string> {
  const modules = join(root, 'node_modules');
  const names = namesIn(modules).flatMap((name) =>
    name.startsWith('@') ? namesIn(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  const found = new Set<string>();
  collectFolders(root, names.filter(isOfImage), found, (folder) => folder);
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
