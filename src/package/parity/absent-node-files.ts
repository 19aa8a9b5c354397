import { relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { realPath } from '../../diagnostics/real-path.js';
import { pathBelow } from '../../host/path-below.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import { dependencyFolders, neededNames, readManifest } from '../dependency-folders.js';
import { nameInPackage } from '../list-package.js';
import { type Decision, packageRule } from '../package-files.js';
import type { Absence } from './absence.js';
import { developmentOnly, reachedAmong } from './development-only.js';
import { linkedPlaces } from './linked-places.js';
import { type NodePackage, nodePackageOf } from './node-package.js';

/**
 * Which files that a Node.js function has loaded a deploy would not hold, and why.
 * @param files without links
 * @param isProvided whether Lambda's image or a layer has a package of this name
 */
export async function absentNodeFiles(
  rules: PackagingRules,
  files: readonly string[],
  isProvided: (name: string) => boolean,
): Promise<Map<string, Absence>> {
  const { root: written, patterns, leavesOutDevDependencies, installs } = rules;
  if (rules.bundler !== undefined) return unbundledFiles(rules, withoutProvided(files, isProvided));
  const root = realPath(written);
  const absent = new Map<string, Absence>();
  const candidates = withoutProvided(files, isProvided);
  const rule = packageRule(patterns);
  const packed: string[] = [];
  const outside: string[] = [];
  const decide = (file: string, { isIn, by }: Decision): void => {
    if (isIn || by === undefined) packed.push(file);
    else absent.set(file, { kind: 'excluded', pattern: by });
  };
  for (const file of candidates) {
    // Of Yarn's Plug'n'Play: packages in archives.
    if (/\.zip[\\/]|[\\/]__virtual__[\\/]/.test(file)) continue;
    const path = pathBelow(root, file);
    if (path === undefined) outside.push(file);
    else decide(file, rule(path));
  }
  // The framework packs also what a pattern names above the root, into the root: there packages are found, and files are not.
  const isNamed = picomatch(
    patterns.flatMap(({ glob, isExclusion }) => (!isExclusion && glob.startsWith('../') ? [glob] : [])),
    { dot: true },
  );
  const isInstalled = installs?.manifest?.kind === 'npm' ? installedFrom(root) : () => false;
  if (outside.length > 0) {
    const links = linkedPlaces(root);
    for (const file of outside) {
      const written = relative(root, file).replaceAll(sep, '/');
      const isPacked = isNamed(written);
      if (isInstalled(file) || (isPacked && nodePackageOf(file) !== undefined)) continue;
      const paths = links.flatMap(({ path, target }) => {
        const below = target === file ? '' : pathBelow(target, file);
        return below === undefined ? [] : [below === '' ? path : `${path}/${below}`];
      });
      const decisions = paths.map(rule);
      const [decision = decisions[0]] = decisions.filter(({ isIn }) => isIn);
      if (isPacked && decision?.isIn !== true) absent.set(file, { kind: 'moved', packedAs: nameInPackage(written) });
      else if (decision === undefined) absent.set(file, { kind: 'outside' });
      else decide(file, decision);
    }
  }
  const isAsked = leavesOutDevDependencies || installs?.manifest?.kind === 'npm';
  const needs = isAsked ? await developmentOnly(root, packagesOf(packed)) : new Map();
  for (const file of packed) {
    const need = needs.get(nodePackageOf(file)?.folder ?? '');
    if (need !== undefined) absent.set(file, { kind: 'development', ...need });
  }
  return absent;
}

/** The files of packages that are neither in a bundle nor beside it. What else a bundle loads is packed with it. */
function unbundledFiles({ unbundled = [] }: PackagingRules, files: readonly string[]): Map<string, Absence> {
  const isLeftOut = picomatch([...unbundled]);
  const absent = files.filter((file) => isLeftOut(nodePackageOf(file)?.name ?? ''));
  return new Map(absent.map((file) => [file, { kind: 'not-required', manifest: undefined, leftOutBy: 'exclude' }]));
}

/** Tells whether a file is of a package that the root's manifest needs, wherever that is installed. */
function installedFrom(root: string): (file: string) => boolean {
  const { production } = dependencyFolders([root], realPath);
  return (file) => production.has(nodePackageOf(file)?.folder ?? '');
}

/** The files beside those of packages that the image or a layer has, and of what these need. */
function withoutProvided(files: readonly string[], isProvided: (name: string) => boolean): string[] {
  const packages = packagesOf(files);
  const provided = packages.filter(({ name }) => isProvided(name));
  if (provided.length === 0) return [...files];
  const skipped = new Set(provided.map(({ folder }) => folder));
  for (const folder of skipped) {
    const names = neededNames(readManifest(folder) ?? {});
    for (const reached of reachedAmong(folder, names, packages)) skipped.add(reached);
  }
  return files.filter((file) => !skipped.has(nodePackageOf(file)?.folder ?? ''));
}

function packagesOf(files: readonly string[]): NodePackage[] {
  const found = new Map<string, NodePackage>();
  for (const file of files) {
    const each = nodePackageOf(file);
    if (each !== undefined) found.set(each.folder, each);
  }
  return [...found.values()];
}
