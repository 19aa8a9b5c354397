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

/** A request id as Lambda makes them: a UUID of version 4 (RFC 9562, section 5.4). */
export function requestUuid(): string {
  const hex = randomHex(30);
  const variant = (8 + Math.floor(Math.random() * 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
}
