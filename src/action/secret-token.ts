import { closeSync, openSync, readSync } from 'node:fs';

/** How many random bytes a token has. */
const tokenBytes = 16;

/**
 * A token that nobody can guess, as hex digits. It comes from the system's own source (random(4)) where that is a file,
 * because loading Node's crypto module takes longer than all else that a step does before the function starts.
 */
export function secretToken(): string {
  const bytes = new Uint8Array(tokenBytes);
  if (!fillFromSystem(bytes)) globalThis.crypto.getRandomValues(bytes);
  return Buffer.from(bytes).toString('hex');
}

/** Fills all of the bytes, or says that it can't. */
function fillFromSystem(bytes: Uint8Array): boolean {
  if (process.platform === 'win32') return false;
  try {
    const source = openSync('/dev/urandom', 'r');
    try {
      return readSync(source, bytes) === bytes.length;
    } finally {
      closeSync(source);
    }
  } catch {
    return false;
  }
}
