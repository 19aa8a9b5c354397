import type { LambdaFunction } from './lambda-function.js';

/** Where a function's sources and packages are looked for: the folder of its code, else the service's root. Absolute. */
export function codeRoot({ code, sourceRoot }: Pick<LambdaFunction, 'code' | 'sourceRoot'>): string {
  return code.kind === 'folder' ? code.folder : sourceRoot;
}
