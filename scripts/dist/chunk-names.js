import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The names of the chunks by their ids: each that of the module that is loaded late, or of its package. What several of them share is
 * named after the first two of what they take from it.
 * @param {import('webpack').Compilation} compilation
 * @param {string} entry the name of the chunk that the others are loaded by
 * @returns {Map<string | number, string>}
 * @throws if two would have the same
 */
export function chunkNames({ chunks, chunkGraph }, entry) {
  const names = new Map();
  const taken = new Set();
  const described = [...chunks].map((chunk) => {
    const roots = [...chunkGraph.getChunkRootModules(chunk)].map((module) => placeOf(module.nameForCondition() ?? ''));
    return { chunk, roots: roots.sort(byImportance) };
  });
  for (const { chunk, roots } of described.sort(
    (a, b) => a.roots.length - b.roots.length || byImportance(a.roots[0], b.roots[0]),
  )) {
    const short = [...new Set(roots.map(({ name }) => name))].slice(0, 2).join('-');
    const long = roots.length > 1 ? `${short}-shared` : roots[0].longName;
    const name = chunk.hasRuntime() ? entry : [short, long].find((candidate) => !taken.has(candidate));
    if (name === undefined) throw new Error(`There are two chunks of the name ${long}`);
    taken.add(name);
    names.set(chunk.id, name);
  }
  return names;
}

/** What a module is called: as its file, or as its folder if every folder has such a file; as its package if it is in one. */
function placeOf(path) {
  const file = basename(path).replace(/\.[cm]?js$/, '');
  if (file === '@@notfound') return { name: 'not-found', longName: 'modules-not-found', isMain: true };
  const [, folder, inPackage] = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(path) ?? [];
  if (folder === undefined) {
    const name = file === 'main' ? basename(dirname(path)) : file;
    return { name, longName: `${basename(dirname(path))}-${file}`, isMain: true };
  }
  const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = inPackage.replace('@', '').replace(/[\\/]/, '-');
  return { name, longName: `${name}-${file}`, isMain: main !== undefined && join(folder, main) === path };
}

/** The main module of a package gets the package's name if others want it too. */
function byImportance(a, b) {
  return Number(b.isMain) - Number(a.isMain) || (a.longName < b.longName ? -1 : 1);
}
