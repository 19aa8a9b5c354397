import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { realPath } from '../../../diagnostics/real-path.js';

/** The folders that package managers install into, by the last parts of their paths. */
export const installedFolders: readonly string[] = ['node_modules', '.venv', 'venv', 'vendor/bundle'];

/** Two checkouts of one repository, by their folders. Absolute. */
export interface Checkouts {
  /** The one that has dependencies installed. */
  readonly from: string;
  readonly to: string;
}

/**
 * Makes the installed dependencies of one checkout those of another by links. A package of the repository itself, as workspaces
 * have them, is that of the other checkout.
 * @param folders the folders with dependencies, relative to the checkouts
 */
export function linkDependencies(folders: readonly string[], checkouts: Checkouts): void {
  for (const folder of folders) {
    const [from, to] = [join(checkouts.from, folder), join(checkouts.to, folder)];
    if (existsSync(to) || !existsSync(dirname(to))) continue;
    if (folder.endsWith('node_modules') && ownPackages(from, checkouts.from).size > 0) linkEach(from, to, checkouts);
    else link(from, to);
  }
}

/** The packages of a `node_modules` that are links to folders of the repository, and where they lead, relative to its root. */
function ownPackages(modules: string, root: string): Map<string, string> {
  const own = new Map<string, string>();
  for (const name of packageNames(modules)) {
    const path = join(modules, name);
    if (!lstatSync(path).isSymbolicLink()) continue;
    const target = relative(root, realPath(path));
    const steps = target.split(sep);
    if (steps[0] !== '..' && target !== '' && !steps.includes('node_modules')) own.set(name, target);
  }
  return own;
}

/** The names of the packages of a `node_modules`, those with a scope, too. */
function packageNames(modules: string): string[] {
  return readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
  );
}

function linkEach(from: string, to: string, checkouts: Checkouts): void {
  const own = ownPackages(from, checkouts.from);
  for (const name of packageNames(from)) {
    const ownFolder = own.get(name);
    const target = ownFolder === undefined ? join(from, name) : join(checkouts.to, ownFolder);
    if (!existsSync(target)) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    link(target, join(to, name));
  }
}

/** A link to a folder or a file. On Windows only junctions need no permission, and only folders can have them. */
function link(target: string, path: string): void {
  symlinkSync(target, path, 'junction');
}
