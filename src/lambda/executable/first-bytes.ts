import { closeSync, openSync, readSync } from 'node:fs';

/** The first bytes of a file, fewer where it has no more; `undefined` where it can't be read. */
export function firstBytes(file: string, length: number): Buffer | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
