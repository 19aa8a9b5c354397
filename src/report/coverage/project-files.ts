import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathBelow } from '../../host/path-below.js';
import type { CoveredFunction } from '../../invoke/coverage-collection.js';
import { taskMountPoint } from '../../lambda/environment/layer-paths.js';

/** Folders whose files are nobody's own. */
const foreign = new Set(['node_modules', 'site-packages', 'dist-packages', '.yarn']);

/** Says which files are the project's own. */
export interface ProjectFiles {
  /** The file of the project that a path means, as its real path; `undefined` if it means none. */
  of(path: string): string | undefined;
  /** Where a file lies on this machine that a contained function found at its path in Lambda. */
  onMachine(path: string): string;
}

/**
 * The files of a function's project: those below its root, or below the folder that reports are relative to.
 * @param base absolute
 */
export function projectFiles({ function: fn, placed }: CoveredFunction, base: string): ProjectFiles {
  const roots = [fn.sourceRoot, base].map(realPath);
  const { code } = fn;
  /** Code to which files were added lies in a folder of its own, as it does in that of the project. */
  const original = (path: string): string => {
    const inside = code.kind === 'folder' ? pathBelow(placed.taskRoot, path) : undefined;
    return inside === undefined || code.kind !== 'folder' ? path : join(code.folder, inside);
  };
  const onMachine = (path: string): string => {
    const inside = pathBelow(taskMountPoint, path);
    return inside === undefined ? path : join(placed.taskRoot, inside);
  };
  const known = new Map<string, string | undefined>();
  const find = (path: string): string | undefined => {
    const file = original(onMachine(path));
    if (!existsSync(file)) return undefined;
    const real = realPath(file);
    const inside = roots.map((root) => pathBelow(root, real)).find((found) => found !== undefined);
    return inside === undefined || inside.split('/').some((name) => foreign.has(name)) ? undefined : real;
  };
  return {
    onMachine,
    of(path) {
      if (!known.has(path)) known.set(path, find(path));
      return known.get(path);
    },
  };
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
