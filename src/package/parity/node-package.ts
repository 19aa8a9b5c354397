import { sep } from 'node:path';

/** An installed package of Node.js. */
export interface NodePackage {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

const modules = `${sep}node_modules${sep}`;

/** The package that a file belongs to; `undefined` for a file that is in none. */
export function nodePackageOf(path: string): NodePackage | undefined {
  const at = path.lastIndexOf(modules);
  if (at === -1) return undefined;
  const from = at + modules.length;
  const segments = path.slice(from).split(sep, path[from] === '@' ? 2 : 1);
  return { name: segments.join('/'), folder: path.slice(0, from) + segments.join(sep) };
}
