import { skipBlanks, walkJson } from '../json/walk.js';

const newline = 0x0a;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** How many times larger the indented form may be than the text: text nested thousands deep would grow without bounds. */
const maxGrowth = 32;

/**
 * Indents a JSON text by two spaces, token by token: no number, escape or order of keys changes, and duplicate keys stay.
 * Empty objects and lists stay on one line.
 * @returns the indented text, or `undefined` where the text is not valid JSON, or nested so deep that its indented form
 *   would be more than 32 times as large.
 */
export function indentJson(text: Buffer | string): Buffer | undefined {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return walkJson(bytes) === -1 ? indentValid(bytes) : undefined;
}

/** One loop over all bytes, which V8 compiles while it runs: at the end of a run, many small functions would still be interpreted. */
function indentValid(bytes: Buffer): Buffer | undefined {
  const { length } = bytes;
  const maxLength = maxGrowth * length + 64;
  // At each token there is room for all that is not read yet, and for what this token adds.
  let out = Buffer.allocUnsafe(length + (length >> 1) + 64);
  let to = 0;
  let depth = 0;
  for (let at = 0; at < length; ) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === quote) {
      const end = copyString(bytes, at - 1, out, to);
      to += end - at + 1;
      at = end;
      continue;
    }
    const isOpening = byte === openBrace || byte === openBracket;
    const isClosing = byte === closeBrace || byte === closeBracket;
    if (!isOpening && !isClosing && byte !== comma && byte !== colon) {
      if (byte > space) out[to++] = byte;
      continue;
    }
    if (to > maxLength) return undefined;
    const needed = to + (length - at) + 2 * depth + 4;
    if (needed > out.length) {
      const larger = Buffer.allocUnsafe(2 * needed);
      out.copy(larger, 0, 0, to);
      out = larger;
    }
    if (!isClosing) out[to++] = byte;
    if (byte === colon) {
      out[to++] = space;
      continue;
    }
    if (isOpening) {
      at = skipBlanks(bytes, at);
      if (bytes[at] === byte + 2) {
        out[to++] = byte + 2;
        at += 1;
        continue;
      }
      depth += 1;
    } else if (isClosing) {
      depth -= 1;
    }
    out[to++] = newline;
    for (const end = to + 2 * depth; to < end; ) out[to++] = space;
    if (isClosing) out[to++] = byte;
  }
  return to > maxLength ? undefined : out.subarray(0, to);
}

/** Copies a string with its quotes. @returns the offset after it */
function copyString(bytes: Buffer, from: number, out: Buffer, to: number): number {
  const shift = to - from;
  out[to] = quote;
  for (let at = from + 1; ; at += 1) {
    const byte = bytes[at] ?? quote;
    out[at + shift] = byte;
    if (byte === quote) return at + 1;
    if (byte === backslash) {
      at += 1;
      out[at + shift] = bytes[at] ?? 0;
    }
  }
}
