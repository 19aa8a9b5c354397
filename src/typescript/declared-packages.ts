import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ancestors } from './ancestors.js';

const dependencyKinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * The packages that the `package.json` files of a folder and of those above it declare, and that Node can load unchanged.
 * Packages of the same workspace are left out: they are links to source, which may be TypeScript.
 */
export function declaredPackages(folder: string): string[] {
  const names = new Set<string>();
  for (const ancestor of ancestors(folder)) {
    const manifest = readManifest(ancestor);
    for (const kind of dependencyKinds) {
      const declared = manifest[kind];
      if (typeof declared === 'object' && declared !== null) for (const name of Object.keys(declared)) names.add(name);
    }
  }
  return [...names].filter((name) => !isWorkspaceLink(folder, name));
}

function readManifest(folder: string): Record<string, unknown> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? (manifest as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isWorkspaceLink(folder: string, name: string): boolean {
  for (const ancestor of ancestors(folder)) {
    const path = join(ancestor, 'node_modules', name);
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status === undefined) continue;
    if (!status.isSymbolicLink()) return false;
    try {
      return !/[\\/]node_modules[\\/]/.test(realpathSync(path));
    } catch {
      return false;
    }
  }
  return false;
}
