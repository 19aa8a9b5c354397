import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where packages are in the layers, by language (developer guide, "Packaging your layer content"). */
const folders: Readonly<Record<string, readonly RegExp[]>> = {
  nodejs: [/^nodejs\/node_modules$/, /^nodejs\/node\d+\/node_modules$/],
  python: [/^python$/, /^python\/lib\/python[\d.]+\/site-packages$/],
  ruby: [/^ruby\/lib$/, /^ruby\/gems\/[\d.]+\/gems$/],
};

/** How deep these folders are. */
const deepest = 4;

/**
 * Tells whether the layers have a package of a name: a deploy need not pack it then.
 * @param layerRoot the folder of the merged layers. Absolute.
 */
export function layerPackages(layerRoot: string | undefined, language: string): (name: string) => boolean {
  const patterns = folders[language] ?? [];
  if (layerRoot === undefined || patterns.length === 0) return () => false;
  const found = foldersBelow(layerRoot, '', deepest).filter((path) => patterns.some((pattern) => pattern.test(path)));
  return (name) =>
    found.some((path) => {
      const folder = join(layerRoot, path);
      if (language === 'ruby')
        return namesIn(folder).some((each) => each === `${name}.rb` || each.startsWith(`${name}-`));
      return existsSync(join(folder, name)) || (language === 'python' && existsSync(join(folder, `${name}.py`)));
    });
}

function foldersBelow(root: string, path: string, depth: number): string[] {
  const names = depth === 0 || path.endsWith('_modules') || path.endsWith('-packages') ? [] : namesIn(join(root, path));
  const below = names.map((name) => (path === '' ? name : `${path}/${name}`));
  const wanted = below.filter((each) => /^(?:nodejs|python|ruby)(?:\/|$)/.test(each));
  return [path, ...wanted.flatMap((each) => foldersBelow(root, each, depth - 1))];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
