import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** The files that settle which versions of dependencies a package manager installs, by what it installs them into. */
const lockFiles: Readonly<Record<string, readonly string[]>> = {
  node_modules: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
  python: ['poetry.lock', 'Pipfile.lock', 'uv.lock', 'pdm.lock', 'requirements.txt'],
  ruby: ['Gemfile.lock'],
};

/** What stands in for a lock file where there is none. */
const manifests: readonly string[] = ['package.json'];

/** The names of the files that settle the dependencies of a project. */
export const dependencyFileNames: readonly string[] = [...Object.values(lockFiles).flat(), ...manifests];

/**
 * Lists the files that settle the dependencies of a service, and are not the same in two checkouts of its repository.
 * @param files the paths of all such files of both checkouts, relative to their roots, with forward slashes
 * @param service the service's folder, relative to the roots; '' for the root itself
 */
export function changedDependencyFiles(
  files: Iterable<string>,
  service: string,
  roots: readonly [one: string, other: string],
): string[] {
  const all = [...new Set(files)].sort();
  const concerned = all.filter((file) => concerns(dirname(file), service));
  const locks = concerned.filter((file) => !isManifest(file));
  const withoutLock = concerned.filter((file) => isManifest(file) && !locks.some((lock) => isLockOf(lock, file)));
  return [...locks, ...withoutLock].filter((file) => !isSame(join(roots[0], file), join(roots[1], file)));
}

/** Whether the files of a folder settle what a service loads: those above it, and those of its own folders. */
function concerns(folder: string, service: string): boolean {
  return isWithin(service, folder) || isWithin(folder, service);
}

/** Whether a lock file settles the dependencies of a manifest: its own, or one of a workspace above it. */
function isLockOf(lock: string, manifest: string): boolean {
  return (lockFiles['node_modules'] ?? []).includes(posix.basename(lock)) && isWithin(dirname(manifest), dirname(lock));
}

function isManifest(file: string): boolean {
  return manifests.includes(posix.basename(file));
}

function isWithin(path: string, folder: string): boolean {
  return folder === '.' || folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function isSame(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
