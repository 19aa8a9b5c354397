import { extname } from 'node:path';

const javaScript = ['.js', '.mjs', '.cjs'];
const typeScript = ['.ts', '.mts', '.cts'];

/** Whether a file is a script, which has to be run to get its values. */
export function isScript(path: string): boolean {
  return javaScript.includes(extname(path).toLowerCase()) || isTypeScript(path);
}

export function isTypeScript(path: string): boolean {
  return typeScript.includes(extname(path).toLowerCase());
}
