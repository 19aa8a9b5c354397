import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { membersOf } from '../../host/members-of.js';

/** A folder without wildcards, and a name with no other than stars: what a library of globs need not be loaded for. */
const folderPattern = /^((?:[^*?[\]{}()!@+|"\\/]*\/)*)([^?[\]{}()!@+|"\\/]+)$/;

/** What globs do not search. */
const passedOver = /(?:^|\/)(?:node_modules|\.git)\//;

/**
 * The files of one folder that a pattern such as `tests/*.yml` names, sorted, as {@link import('./glob-files.js').globFiles}
 * would find them.
 * @param folder what a relative pattern starts from. Absolute
 * @returns `undefined` for any other pattern: one without a star, or with other wildcards
 */
export function filesOfFolder(pattern: string, folder: string): string[] | undefined {
  const [, place = '', name = ''] = folderPattern.exec(pattern) ?? [];
  if (!name.includes('*') || name.includes('**') || passedOver.test(place)) return undefined;
  const matching = nameRegex(name);
  const searched = resolve(folder, place);
  return membersOf(searched)
    .filter((entry) => matching.test(entry.name))
    .map((entry) => ({ entry, file: join(searched, entry.name) }))
    .filter(({ entry, file }) => entry.isFile() || (entry.isSymbolicLink() && leadsToFile(file)))
    .map(({ file }) => file)
    .sort();
}

/** A star stands for any text without a slash, and at the beginning for none that begins with a dot. */
function nameRegex(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replaceAll(/\W/g, '\\$&'));
  return new RegExp(`^${name.startsWith('*') ? '(?!\\.)' : ''}${parts.join('.*')}$`, 's');
}

function leadsToFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
