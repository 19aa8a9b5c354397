import { closeSync, openSync, readSync } from 'node:fs';

/** Hex digits for names that have to be unique but not secret. Loading the crypto module for them would slow the start. */
export function randomHex(digits: number): string {
  let hex = '';
  while (hex.length < digits) {
    hex += Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return hex.slice(0, digits);
}

/** Where a system has random bytes as a file (random(4)); Windows has none. */
const systemSource = process.platform === 'win32' ? undefined : '/dev/urandom';

/**
 * Hex digits that nobody can guess. They come from the system's own source where that is a file, because loading Node's crypto
 * module takes longer than all else that a step does before the function starts.
 * @param source that file
 */
export function secretHex(digits: number, source: string | undefined = systemSource): string {
  const bytes = new Uint8Array(Math.ceil(digits / 2));
  if (source === undefined || !fillFrom(source, bytes)) globalThis.crypto.getRandomValues(bytes);
  return Buffer.from(bytes).toString('hex').slice(0, digits);
}

/** Fills all of the bytes, or says that it can't. */
function fillFrom(source: string, bytes: Uint8Array): boolean {
  try {
    const file = openSync(source, 'r');
    try {
      return readSync(file, bytes) === bytes.length;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** A request id as Lambda makes them: a UUID of version 4 (RFC 9562, section 5.4). */
export function requestUuid(): string {
  const hex = randomHex(30);
  const variant = (8 + Math.floor(Math.random() * 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
}
