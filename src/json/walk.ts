/** The kinds of tokens of a JSON text, as {@link walkJson} names them. Commas and colons are passed over. */
export const token = { open: 0, close: 1, key: 2, value: 3 } as const;

export type TokenKind = (typeof token)[keyof typeof token];

/** Takes one token: its kind, and where it starts and ends (exclusive) in the bytes. */
export type VisitToken = (kind: TokenKind, start: number, end: number) => void;

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Walks over a JSON text (RFC 8259) token by token, without building any value of it and without recursion. It accepts what
 * `JSON.parse` accepts, but does not check that the bytes are UTF-8.
 * @returns the offset of the first wrong byte (the length of the text if it ends too early), or -1 if it is valid
 */
export function walkJson(bytes: Uint8Array, visit?: VisitToken): number {
  /** What encloses the container in which the walk is: 0 for nothing. */
  const enclosing: number[] = [];
  let parent = 0;
  let at = skipBlanks(bytes, 0);
  for (;;) {
    const start = at;
    const first = bytes[at];
    if (first === openBrace || first === openBracket) {
      visit?.(token.open, start, start + 1);
      at = skipBlanks(bytes, at + 1);
      if (bytes[at] !== first + 2) {
        enclosing.push(parent);
        parent = first;
        if (first === openBrace) {
          at = passKey(bytes, at, visit);
          if (at < 0) return -at - 1;
        }
        continue;
      }
      visit?.(token.close, at, at + 1);
      at += 1;
    } else {
      at = passScalar(bytes, at);
      if (at < 0) return -at - 1;
      visit?.(token.value, start, at);
    }
    for (;;) {
      at = skipBlanks(bytes, at);
      if (parent === 0) return at === bytes.length ? -1 : at;
      if (bytes[at] === comma) {
        at = skipBlanks(bytes, at + 1);
        if (parent === openBrace) {
          at = passKey(bytes, at, visit);
          if (at < 0) return -at - 1;
        }
        break;
      }
      if (bytes[at] !== (parent === openBrace ? closeBrace : closeBracket)) return at;
      visit?.(token.close, at, at + 1);
      parent = enclosing.pop() ?? 0;
      at += 1;
    }
  }
}

/** The offset of the next byte that is no white space of JSON; it may be the end. */
export function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  // Mostly there is none.
  if (at < bytes.length && (bytes[at] ?? 0) > 0x20) return at;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at += 1;
  }
}

// Each of the following returns the offset after what it read, or -1 - the offset of the wrong byte.

function passKey(bytes: Uint8Array, from: number, visit: VisitToken | undefined): number {
  if (bytes[from] !== quote) return -1 - from;
  const end = passString(bytes, from);
  if (end < 0) return end;
  visit?.(token.key, from, end);
  const at = skipBlanks(bytes, end);
  return bytes[at] === colon ? skipBlanks(bytes, at + 1) : -1 - at;
}

function passScalar(bytes: Uint8Array, from: number): number {
  switch (bytes[from]) {
    case quote:
      return passString(bytes, from);
    case 0x74:
      return passWord(bytes, from, 'true');
    case 0x66:
      return passWord(bytes, from, 'false');
    case 0x6e:
      return passWord(bytes, from, 'null');
    default:
      return passNumber(bytes, from);
  }
}

function passWord(bytes: Uint8Array, from: number, word: string): number {
  for (let index = 1; index < word.length; index += 1) {
    if (bytes[from + index] !== word.charCodeAt(index)) return -1 - (from + index);
  }
  return from + word.length;
}

function passString(bytes: Uint8Array, from: number): number {
  // Reading past the end, where there is no byte, would make every read of a byte slow.
  const { length } = bytes;
  let at = from + 1;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    if (byte > backslash) {
      at += 1;
    } else if (byte === quote) {
      return at + 1;
    } else if (byte === backslash) {
      const end = passEscape(bytes, at + 1);
      if (end < 0) return end;
      at = end;
    } else {
      if (byte < 0x20) return -1 - at;
      at += 1;
    }
  }
  return -1 - length;
}

function passEscape(bytes: Uint8Array, from: number): number {
  switch (bytes[from]) {
    case quote:
    case backslash:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return from + 1;
    case 0x75:
      for (let at = from + 1; at <= from + 4; at += 1) {
        if (!isHexDigit(bytes[at])) return -1 - at;
      }
      return from + 5;
    default:
      return -1 - from;
  }
}

function passNumber(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === minus ? from + 1 : from;
  if (bytes[at] === zero) at += 1;
  else at = passDigits(bytes, at);
  if (at >= 0 && bytes[at] === 0x2e) at = passDigits(bytes, at + 1);
  if (at >= 0 && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
    const sign = bytes[at + 1];
    at = passDigits(bytes, sign === 0x2b || sign === minus ? at + 2 : at + 1);
  }
  return at;
}

function passDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return at === from ? -1 - from : at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= 0x39;
}

function isHexDigit(byte: number | undefined): boolean {
  return byte !== undefined && (isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66));
}
