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
const openBrace = 0x7b;
/** How much later in ASCII a closing bracket or brace comes than the one that it closes. */
const closingAfter = 2;

/**
 * How many tokens are taken at a time. V8 compiles what is called often well, and keeps it for the next text; a loop that runs for long
 * is compiled for this one run, and what was compiled is thrown away at its end, where it does what it has not done before.
 */
const tokensAtATime = 256;

/** Where a walk is. */
interface Walk {
  /** The offset of the next token; -1 - the offset of the first wrong byte once there is one. */
  at: number;
  /** The opening byte of the container in which the walk is: 0 for none. */
  parent: number;
  /** Whether a value comes next, and not what follows one. */
  isAtValue: boolean;
  /** What encloses that container, outermost first, beginning with 0. */
  readonly enclosing: number[];
  /** How many containers have enclosed a token at most. */
  depth: number;
}

/**
 * Walks over a JSON text (RFC 8259) token by token, without building any value of it and without recursion. It accepts what
 * `JSON.parse` accepts, but does not check that the bytes are UTF-8.
 * @returns the offset of the first wrong byte (the length of the text if it ends too early), or -1 if it is valid
 */
export function walkJson(bytes: Uint8Array, visit?: VisitToken): number {
  const { at } = walked(bytes, visit);
  return at < 0 ? -1 - at : -1;
}

/** How deep the objects and lists of a JSON text are nested, up to where it is wrong; and whether it is valid. */
export function nestingOf(bytes: Uint8Array): { readonly depth: number; readonly isValid: boolean } {
  const { at, depth } = walked(bytes, undefined);
  return { depth, isValid: at >= 0 };
}

function walked(bytes: Uint8Array, visit: VisitToken | undefined): Walk {
  const walk: Walk = { at: skipBlanks(bytes, 0), parent: 0, isAtValue: true, enclosing: [], depth: 0 };
  do advance(bytes, walk, visit);
  while (walk.at >= 0 && (walk.isAtValue || walk.parent !== 0));
  if (walk.at < 0) return walk;
  const end = skipBlanks(bytes, walk.at);
  walk.at = end === bytes.length ? end : -1 - end;
  return walk;
}

/** Goes on by some tokens, at most to the end of the outermost value. */
function advance(bytes: Uint8Array, walk: Walk, visit: VisitToken | undefined): void {
  const { length } = bytes;
  const { enclosing } = walk;
  let { at, parent, isAtValue, depth } = walk;
  for (let left = tokensAtATime; left > 0 && at >= 0 && (isAtValue || parent !== 0); left -= 1) {
    const byte = at < length ? (bytes[at] ?? 0) : 0;
    const start = at;
    if (isAtValue && (byte === openBrace || byte === openBracket)) {
      visit?.(token.open, start, start + 1);
      at = skipBlanks(bytes, start + 1);
      enclosing.push(parent);
      depth = Math.max(depth, enclosing.length);
      parent = byte;
      if (at < length && bytes[at] === byte + closingAfter) isAtValue = false;
      else if (byte === openBrace) at = passKey(bytes, at, visit);
    } else if (isAtValue) {
      at = passScalar(bytes, start);
      if (at < 0) break;
      visit?.(token.value, start, at);
      at = skipBlanks(bytes, at);
      isAtValue = false;
    } else if (byte === comma) {
      at = skipBlanks(bytes, start + 1);
      isAtValue = true;
      if (parent === openBrace) at = passKey(bytes, at, visit);
    } else if (byte === parent + closingAfter) {
      visit?.(token.close, start, start + 1);
      parent = enclosing.pop() ?? 0;
      at = skipBlanks(bytes, start + 1);
    } else {
      at = -1 - start;
    }
  }
  walk.at = at;
  walk.parent = parent;
  walk.isAtValue = isAtValue;
  walk.depth = depth;
}

/** The offset of the next byte that is no white space of JSON; it may be the end. */
export function skipBlanks(bytes: Uint8Array, from: number): number {
  // Reading past the end, where there is no byte, would make every read of a byte slow.
  const { length } = bytes;
  let at = from;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    // Mostly there is none.
    if (byte > 0x20) return at;
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at += 1;
  }
  return at;
}

// Each of the following returns the offset after what it read, or -1 - the offset of the wrong byte.

function passKey(bytes: Uint8Array, from: number, visit: VisitToken | undefined): number {
  const { length } = bytes;
  if (from >= length || bytes[from] !== quote) return -1 - from;
  const end = passString(bytes, from);
  if (end < 0) return end;
  visit?.(token.key, from, end);
  const at = skipBlanks(bytes, end);
  return at < length && bytes[at] === colon ? skipBlanks(bytes, at + 1) : -1 - at;
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
  const { length } = bytes;
  let at = from;
  while (at < length && isDigit(bytes[at])) at += 1;
  return at === from ? -1 - from : at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= 0x39;
}

function isHexDigit(byte: number | undefined): boolean {
  return byte !== undefined && (isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66));
}
