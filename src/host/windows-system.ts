import { join } from 'node:path';

/**
 * The path of a program that comes with Windows. By its name only, Windows would look in the working folder first, which is
 * the project's.
 * @param path below `System32`
 */
export function systemProgram(...path: readonly string[]): string {
  return join(process.env['SystemRoot'] || 'C:\\Windows', 'System32', ...path);
}
