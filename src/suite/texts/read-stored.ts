import { closeSync, openSync, readSync } from 'node:fs';
import type { StoredText } from './stored-text.js';

/** The bytes of a stored text. */
export function readStored({ file, offset, bytes }: StoredText): Buffer {
  const buffer = Buffer.alloc(bytes);
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; at < bytes; ) {
      const read = readSync(descriptor, buffer, at, bytes - at, offset + at);
      if (read === 0) break;
      at += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return buffer;
}
