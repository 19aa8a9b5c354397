import { join } from 'node:path';

/**
 * A program that comes with Windows, by its path: by its name alone, Windows would look in the working folder first, which is the project's.
 * @param path below `System32`
 */
export function systemProgram(...path: readonly string[]): string {
  return join(process.env['SystemRoot'] || 'C:\\Windows', 'System32', ...path);
}
