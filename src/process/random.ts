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

/**
 * Hex digits that nobody can guess, from the system's own source where that is a file, since loading the crypto module would slow
 * the start. Windows has none: there they are only unique.
 */
export function secretHex(digits: number): string {
  if (process.platform === 'win32') return randomHex(digits);
  const bytes = Buffer.alloc(Math.ceil(digits / 2));
  const source = openSync('/dev/urandom', 'r');
  try {
    readSync(source, bytes);
  } finally {
    closeSync(source);
  }
  return bytes.toString('hex').slice(0, digits);
}

/** A request id as Lambda makes them: a UUID of version 4 (RFC 9562, section 5.4). */
export function requestUuid(): string {
  const hex = randomHex(30);
  const variant = (8 + Math.floor(Math.random() * 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
}
