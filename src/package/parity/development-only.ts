import { dirname, join } from 'node:path';
import { glob } from 'tinyglobby';
import { realPath } from '../../diagnostics/real-path.js';
import {
  dependencyFolders,
  installedAt,
  membersOf,
  neededNames,
  productionNames,
  readManifest,
} from '../dependency-folders.js';
import type { NodePackage } from './node-package.js';

/** What names a package that only development needs. */
export interface DevelopmentNeed {
  /** The `package.json`. Absolute. */
  readonly manifest: string;
  /** The package that it names, if that only needs this one. */
  readonly through?: string;
}

/**
 * Finds out which packages only development needs. Mostly all of them are what the root's own manifest needs, for which only the
 * manifests of these packages are read.
 * @param root the folder that is packed. Absolute.
 * @param packages packages that were loaded, with folders without links
 * @returns by folder
 */
export async function developmentOnly(
  root: string,
  packages: readonly NodePackage[],
): Promise<ReadonlyMap<string, DevelopmentNeed>> {
  const needed = neededAmong(root, packages);
  const suspects = packages.filter(({ folder }) => !needed.has(folder));
  if (suspects.length === 0) return new Map();
  const paths = await glob(['**/package.json'], { cwd: root, ignore: ['**/node_modules/**'], dot: true });
  const folders = paths.map((path) => dirname(join(root, path)));
  const { production, development } = dependencyFolders(folders, realPath);
  const found = suspects.filter(({ folder }) => development.has(folder) && !production.has(folder));
  return new Map(found.map((each) => [each.folder, needOf(each, folders)]));
}

/** Those of the packages that the root's manifest needs beside development, as far as one of them leads to the other. */
function neededAmong(root: string, packages: readonly NodePackage[]): ReadonlySet<string> {
  return reachedAmong(root, productionNames(readManifest(root) ?? {}), packages);
}

/** Those of some packages that names lead to from a folder, by way of these packages alone. */
export function reachedAmong(from: string, names: readonly string[], packages: readonly NodePackage[]): Set<string> {
  const folders = new Set(packages.map(({ folder }) => folder));
  const known = new Set(packages.map(({ name }) => name));
  const reached = new Set<string>();
  const visit = (origin: string, wanted: readonly string[]): void => {
    for (const name of wanted) {
      const installed = known.has(name) ? installedAt(origin, name) : undefined;
      const folder = installed && realPath(installed);
      if (folder === undefined || reached.has(folder) || !folders.has(folder)) continue;
      reached.add(folder);
      visit(folder, neededNames(readManifest(folder) ?? {}));
    }
  };
  visit(from, names);
  return reached;
}

/** The manifest that names a package for development, or the first one that names another which needs it. */
function needOf({ name, folder }: NodePackage, folders: readonly string[]): DevelopmentNeed {
  const named = folders.map((each) => ({
    folder: each,
    names: Object.keys(membersOf(readManifest(each)?.devDependencies)),
  }));
  const direct = named.find(({ names }) => names.includes(name));
  if (direct !== undefined) return { manifest: join(direct.folder, 'package.json') };
  for (const { folder: from, names } of named) {
    const through = names.find((each) => {
      const installed = installedAt(from, each);
      return installed !== undefined && needs(realPath(installed), folder);
    });
    if (through !== undefined) return { manifest: join(from, 'package.json'), through };
  }
  return { manifest: join(folders[0] ?? folder, 'package.json') };
}

/** Whether an installed package needs another one, directly or not. */
function needs(from: string, folder: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return neededNames(readManifest(from) ?? {}).some((name) => {
    const installed = installedAt(from, name);
    const place = installed && realPath(installed);
    return place !== undefined && (place === folder || needs(place, folder, seen));
  });
}
