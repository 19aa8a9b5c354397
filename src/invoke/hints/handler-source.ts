import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The parts of a handler string for Node.js or Python. */
export interface HandlerParts {
  /** The path of the module without an extension, from the folder of the code, such as `src/index`. */
  readonly module: string;
  /** The exported name, such as `handler` or `api.get`. */
  readonly exported: string;
}

/** The module of a handler in Node.js ends at the first dot of the last segment, that of Python at the last dot. */
export function handlerParts(handler: string, runtime: string): HandlerParts | undefined {
  const name = basename(handler);
  const dot = runtime.startsWith('python') ? name.lastIndexOf('.') : name.indexOf('.');
  if (dot <= 0) return undefined;
  const root = handler.slice(0, handler.length - name.length);
  const module = `${root}${name.slice(0, dot)}`;
  const isPython = runtime.startsWith('python');
  return { module: isPython ? module.replaceAll('.', '/') : module, exported: name.slice(dot + 1) };
}

/** The possible names of a handler's file, in the order in which they are tried. */
export const sourceExtensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx', '.jsx', '.py'];

/** The file of a handler; `undefined` if there is none. */
export function findHandlerFile(taskRoot: string, handler: string, runtime = 'nodejs'): string | undefined {
  const parts = handlerParts(handler, runtime);
  if (parts === undefined) return undefined;
  const path = join(taskRoot, parts.module);
  return [...sourceExtensions.map((extension) => path + extension), join(path, '__init__.py')].find(existsSync);
}
