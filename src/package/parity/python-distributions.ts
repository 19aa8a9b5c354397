import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathBelow } from '../../host/path-below.js';
import { regularText } from '../regular-text.js';

/** A distribution of Python that is installed. */
interface Distribution {
  /** Normalized. */
  readonly name: string;
  /** The folder with its metadata. Absolute. */
  readonly info: string;
  /** The folder that it is installed in. Absolute. */
  readonly site: string;
}

/** The distributions that some folders of installed packages have. */
export interface Distributions {
  /** The one that a file is of, by its normalized name; `undefined` where none says so. */
  ownerOf(file: string): string | undefined;
  /** The names, normalized, that some distributions lead to by what they require, whatever the conditions of that; these too. */
  requiredBy(names: Iterable<string>): ReadonlySet<string>;
  /** The distribution whose sources, somewhere else, are used in their place (`pip install -e`). */
  editableOf(file: string): string | undefined;
  /** Whether a distribution is installed. */
  has(name: string): boolean;
}

/** How names of distributions are compared (https://packaging.python.org/en/latest/specifications/name-normalization/). */
export function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** @param sites the folders. Absolute. */
export function distributionsIn(sites: readonly string[]): Distributions {
  const all = sites.flatMap((site) =>
    namesIn(site).flatMap((member): Distribution[] => {
      const [, name] = /^(.+?)-[^-]+(?:-py[^-]*)?\.(?:dist|egg)-info$/.exec(member) ?? [];
      return name === undefined ? [] : [{ name: normalized(name), info: join(site, member), site }];
    }),
  );
  const records = new Map<string, string>();
  const recordOf = ({ info }: Distribution): string => {
    const known = records.get(info) ?? `\n${regularText(join(info, 'RECORD'))}`;
    records.set(info, known);
    return known;
  };
  return {
    ownerOf(file) {
      for (const site of sites) {
        const path = pathBelow(site, file);
        if (path === undefined) continue;
        const here = all.filter((each) => each.site === site);
        const byName = here.find(({ name }) => name === normalized(topLevelOf(path)));
        return (byName ?? here.find((each) => recordOf(each).includes(`\n${path},`)))?.name;
      }
      return undefined;
    },
    requiredBy(names) {
      const found = new Set(Array.from(names, normalized));
      for (const name of found) {
        for (const { info } of all.filter((each) => each.name === name)) {
          for (const required of requirementsIn(info)) found.add(normalized(required));
        }
      }
      return found;
    },
    has: (name) => all.some((each) => each.name === normalized(name)),
    editableOf(file) {
      return all.find(({ info }) => {
        const folder = editableFolder(regularText(join(info, 'direct_url.json')));
        return folder !== undefined && pathBelow(folder, file) !== undefined;
      })?.name;
    },
  };
}

/** What a distribution requires: by its metadata, or in those of older tools by a file of its own. */
function requirementsIn(info: string): string[] {
  const metadata = regularText(join(info, 'METADATA')) || regularText(join(info, 'PKG-INFO'));
  const named = Array.from(metadata.matchAll(/^Requires-Dist: *([\w.-]+)/gm), ([, name = '']) => name);
  const listed = regularText(join(info, 'requires.txt')).matchAll(/^([A-Za-z0-9][\w.-]*)/gm);
  return [...named, ...Array.from(listed, ([, name = '']) => name)];
}

/** The module or package that a file of a folder of packages is of. */
export function topLevelOf(path: string): string {
  return path.split('/', 1)[0]?.replace(/\..*$/, '') ?? path;
}

/** By https://packaging.python.org/en/latest/specifications/direct-url/ */
function editableFolder(text: string): string | undefined {
  try {
    const { url, dir_info: { editable = false } = {} } = JSON.parse(text) as {
      url?: string;
      dir_info?: { editable?: boolean };
    };
    return editable && url?.startsWith('file:') === true ? fileURLToPath(url) : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
