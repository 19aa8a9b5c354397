import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { PackagePattern, PackagingRules } from '../lambda/function/packaging.js';
import { devDependencyGlobs } from './dev-dependencies.js';
import { packageRule } from './package-files.js';

/** A file of a package. */
export interface PackagedFile {
  /** Relative to the package's root, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * The name of a file in the package: the framework leaves out what leads above the root (`getArchiveEntryName` in its
 * `plugins/package/lib/zip-service.js`).
 * @param path relative to the package's root, with forward slashes
 */
export function nameInPackage(path: string): string {
  return path.replace(/^(?:\.{1,2}\/)+/, '');
}

/**
 * The files that a deploy would put into a package, in no order.
 * @param isKept whether a file is listed all the same, by its path
 */
export async function listPackage(
  rules: PackagingRules,
  isKept: (path: string) => boolean = () => false,
): Promise<PackagedFile[]> {
  const { root, leavesOutDevDependencies } = rules;
  const paths = await findFiles(root, ['**', ...rules.searched]);
  const development = leavesOutDevDependencies ? developmentPatterns(root, paths) : [];
  const rule = packageRule([...rules.patterns, ...development]);
  const kept = paths.filter((path) => rule(path).isIn || isKept(path));
  return Promise.all(kept.map(async (path) => ({ path, bytes: (await stat(join(root, path))).size })));
}

/** The patterns of packages that only development needs: they decide after all others. */
export function developmentPatterns(root: string, paths: readonly string[]): PackagePattern[] {
  const manifests = paths.filter((path) => /(?:^|\/)package\.json$/.test(path) && !path.includes('node_modules'));
  return devDependencyGlobs(
    root,
    manifests.map((path) => join(root, path)),
  ).map((pattern) => ({
    glob: pattern,
    isExclusion: true,
    source: 'a development dependency',
  }));
}

/**
 * Files by patterns, of which one with `!` takes away from what those before it find, also folders as a whole. Source: Serverless
 * Framework, `utils/glob.js`.
 */
async function findFiles(root: string, patterns: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  let included: string[] = [];
  for (const [index, pattern] of patterns.entries()) {
    if (!pattern.startsWith('!')) included.push(pattern);
    const isLast = index === patterns.length - 1 || patterns[index + 1]?.startsWith('!') === true;
    if (!isLast || included.length === 0) continue;
    const ignore = patterns.slice(index + 1).filter((each) => each.startsWith('!'));
    for (const path of await filesOf(
      root,
      included,
      ignore.map((each) => each.slice(1)),
    ))
      found.add(path);
    included = [];
  }
  return [...found];
}

async function filesOf(root: string, patterns: readonly string[], ignore: readonly string[]): Promise<string[]> {
  const options = { cwd: root, dot: true, onlyFiles: true, followSymbolicLinks: true, expandDirectories: false };
  return glob([...patterns], { ...options, ignore: [...ignore] });
}
