import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';

const extensions = {
  python: ['.py', '/__init__.py'],
  nodejs: ['.js', '.mjs', '.cjs'],
} as const;

/**
 * The file that the handler of a function in Python or Node.js is in; `undefined` where it is not there, is made by a build, or is in
 * an archive. The module of a handler in Node.js ends at the first dot of the last segment, that of Python at the last one.
 */
export function handlerFile({ handler, runtime, sourceRoot }: LambdaFunction): string | undefined {
  const isPython = runtime.startsWith('python');
  if (!isPython && !runtime.startsWith('nodejs')) return undefined;
  const folderLength = handler.length - basename(handler).length;
  const dot = isPython ? handler.lastIndexOf('.') : handler.indexOf('.', folderLength);
  if (dot <= folderLength) return undefined;
  const module = handler.slice(0, dot);
  const path = join(sourceRoot, isPython ? module.replaceAll('.', '/') : module);
  return extensions[isPython ? 'python' : 'nodejs']
    .map((extension) => path + extension)
    .find((file) => existsSync(file));
}
