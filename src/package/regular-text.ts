import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** The largest file that is read, in bytes. */
const maxBytes = 16 * 1024 * 1024;

/**
 * The text of a file; empty where there is none, or it is no regular file. A function may have put anything there, such as a pipe
 * from which reading never ends.
 */
export function regularText(file: string): string {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(descriptor);
      return stats.isFile() && stats.size <= maxBytes ? readFileSync(descriptor, 'utf8') : '';
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}
