import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { regularText } from './regular-text.js';

/** What of a `package.json` says which packages are needed. */
export interface Manifest {
  readonly name?: unknown;
  readonly bin?: unknown;
  readonly dependencies?: unknown;
  readonly devDependencies?: unknown;
  readonly optionalDependencies?: unknown;
  readonly peerDependencies?: unknown;
}

/** The folders of the packages that manifests need, and of what these need, as they are installed. */
export interface DependencyFolders {
  readonly production: ReadonlySet<string>;
  readonly development: ReadonlySet<string>;
}

/**
 * Walks the installed packages from manifests on, as `npm ls` does.
 * @param folders those of the manifests. Absolute.
 * @param placed how the folder of a package is named: as it is found, or without links
 */
export function dependencyFolders(
  folders: readonly string[],
  placed: (folder: string) => string = (folder) => folder,
): DependencyFolders {
  const development = new Set<string>();
  const production = new Set<string>();
  for (const folder of folders) {
    const manifest = readManifest(folder);
    if (manifest === undefined) continue;
    collectFolders(folder, productionNames(manifest), production, placed);
    collectFolders(folder, Object.keys(membersOf(manifest.devDependencies)), development, placed);
  }
  return { production, development };
}

/** What a manifest needs beside development. A package that is in both counts as one for development, as for npm. */
export function productionNames(manifest: Manifest): string[] {
  const forDevelopment = membersOf(manifest.devDependencies);
  return neededNames(manifest).filter((name) => !Object.hasOwn(forDevelopment, name));
}

/** Adds the folders of packages, and of what they need. */
export function collectFolders(
  from: string,
  wanted: readonly string[],
  found: Set<string>,
  placed: (folder: string) => string,
): void {
  for (const name of wanted) {
    const installed = installedAt(from, name);
    const folder = installed && placed(installed);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    collectFolders(folder, neededNames(readManifest(folder) ?? {}), found, placed);
  }
}

/** The names of all packages that an installed package needs. */
export function neededNames({ dependencies, optionalDependencies, peerDependencies }: Manifest): string[] {
  return Object.keys({
    ...membersOf(dependencies),
    ...membersOf(optionalDependencies),
    ...membersOf(peerDependencies),
  });
}

/** Where Node.js finds a package from a folder. */
export function installedAt(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The `package.json` of a folder; `undefined` where there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(regularText(join(folder, 'package.json')));
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** The members of a mapping; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
