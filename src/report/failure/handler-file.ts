import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';

const extensions = {
  python: ['.py', '/__init__.py'],
  nodejs: ['.js', '.mjs', '.cjs'],
} as const;

/**
 * The file of a handler in Python or Node.js; `undefined` if it does not exist, is made by a build, or is in an archive. In
 * Node.js the handler's module ends at the first dot of the last path segment, in Python at the last dot.
 */
export function handlerFile(fn: LambdaFunction): string | undefined {
  const { handler, runtime } = fn;
  const isPython = runtime.startsWith('python');
  if (!isPython && !runtime.startsWith('nodejs')) return undefined;
  const folderLength = handler.length - basename(handler).length;
  const dot = isPython ? handler.lastIndexOf('.') : handler.indexOf('.', folderLength);
  if (dot <= folderLength) return undefined;
  const module = handler.slice(0, dot);
  const path = join(codeRoot(fn), isPython ? module.replaceAll('.', '/') : module);
  return extensions[isPython ? 'python' : 'nodejs']
    .map((extension) => path + extension)
    .find((file) => existsSync(file));
}
