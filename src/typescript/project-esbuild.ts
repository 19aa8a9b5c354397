import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ancestors } from './ancestors.js';

/** An esbuild that is installed. */
export interface EsbuildPackage {
  /** The main file of its JavaScript API. Absolute. */
  readonly main: string;
  /** Its native program, which starts faster than through Node, if it is where esbuild 0.16 and later install it. */
  readonly program?: string;
}

/** Finds the project's own esbuild in the `node_modules` of a folder or of one above it. */
export function findEsbuild(folder: string): EsbuildPackage | undefined {
  for (const ancestor of ancestors(folder)) {
    const found = esbuildIn(ancestor);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The esbuild in the `node_modules` of a folder. */
export function esbuildIn(folder: string): EsbuildPackage | undefined {
  const main = join(folder, 'node_modules', 'esbuild', 'lib', 'main.js');
  if (!existsSync(main)) return undefined;
  const program = findProgram(dirname(dirname(realpathSync(main))));
  return { main, ...(program === undefined ? {} : { program }) };
}

/** The native program for this platform, in the package that esbuild depends on for it. */
function findProgram(esbuildPackage: string): string | undefined {
  const name = join('@esbuild', `${process.platform}-${process.arch}`);
  const path = process.platform === 'win32' ? 'esbuild.exe' : join('bin', 'esbuild');
  for (const ancestor of ancestors(esbuildPackage)) {
    const program = join(ancestor, 'node_modules', name, path);
    if (existsSync(program)) return program;
  }
  return undefined;
}
