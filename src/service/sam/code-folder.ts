import { resolve } from 'node:path';
import type { DeclaredFunction } from '../cloudformation/functions/declared-function.js';

/** The folder that a function's `CodeUri` names; `undefined` where that is no text. */
export function codeFolderOf({ properties, stack }: DeclaredFunction): string | undefined {
  const { value = '.' } = properties.get('CodeUri') ?? {};
  return typeof value === 'string' ? resolve(stack.folder, value) : undefined;
}
