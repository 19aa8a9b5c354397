import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licenses of the packages that modules of a bundle come from, each text once.
 * @param {Iterable<string>} modules paths
 * @param {readonly string[]} notices files with the licenses of what we made of the work of others
 * @throws where a package says nothing of its license
 */
export function licensesOf(modules, notices = []) {
  const folders = new Set([...modules].map(packageFolder).filter(Boolean));
  /** @type {Map<string, Set<string>>} */
  const packages = new Map();
  for (const folder of folders) {
    const {
      name,
      version,
      license,
      private: isStaged,
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (isStaged) continue;
    const text = licenseText(folder) ?? license;
    if (typeof text !== 'string') throw new Error(`${name} says nothing of its license`);
    const found = packages.get(text) ?? new Set();
    packages.set(text, found.add(`${name} ${version} (${license})`));
  }
  const texts = [...packages].map(([text, names]) => `${[...names].sort().join('\n')}\n\n${text.trim()}\n`);
  return [...texts, ...notices.map((file) => `${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`)]
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a module belongs to; `undefined` for one of our own. */
function packageFolder(id) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? [];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined;
}

function licenseText(folder) {
  const name = readdirSync(folder)
    .sort()
    .find((file) => /^(?:licen[cs]e|copying)/i.test(file));
  return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
}
