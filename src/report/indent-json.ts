import { nestingOf, skipBlanks } from '../json/walk.js';

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

/** How deep a text may be nested whose indented form can't be larger than that: a bracket becomes `2 * depth + 3` bytes at most. */
const safeDepth = 14;

/** How much of the text becomes a piece, in bytes: about what a pipe takes at once. */
const pieceBytes = 48 * 1024;

/**
 * Indents a JSON text by two spaces, token by token: no number, escape or order of keys changes, and duplicate keys stay.
 * Empty objects and lists stay on one line.
 * @returns the indented text, or `undefined` where the text is not valid JSON, or nested so deep that its indented form
 *   would be more than 32 times as large.
 */
export function indentJson(text: Buffer | string): Buffer | undefined {
  const pieces = indentInPieces(typeof text === 'string' ? Buffer.from(text) : text);
  return pieces === undefined ? undefined : Buffer.concat([...pieces]);
}

/**
 * The same in pieces, each made when it is asked for, so that whoever reads the first can do so before the last is there.
 * @param isTaken whether nobody needs the pieces any more that were given, but for the last: the memory of the one before it is then used
 *   again. By default all are kept.
 * @returns `undefined` where {@link indentJson} returns it
 */
export function indentInPieces(bytes: Buffer, isTaken = (): boolean => false): Iterable<Buffer> | undefined {
  const { depth, isValid } = nestingOf(bytes);
  if (!isValid) return undefined;
  if (depth <= safeDepth) return piecesOf(bytes, pieceBytes, isTaken);
  const maxLength = maxGrowth * bytes.length + 64;
  // The brackets on the way down and up alone.
  if (2 * depth * (depth - 1) > maxLength) return undefined;
  const pieces: Buffer[] = [];
  let length = 0;
  // What is in the pieces is looked at step by step: one of deep lists could become larger than the memory.
  for (const piece of piecesOf(bytes, stepBytes, () => false)) {
    pieces.push(piece);
    length += piece.length;
    if (length > maxLength) return undefined;
  }
  return pieces;
}

/**
 * How much of the text is indented at a time, in bytes. V8 compiles what is called often sooner than a loop that runs for long, and at the
 * end of a run it matters how soon.
 */
const stepBytes = 4 * 1024;

/** How far the text is indented, and what of the piece is there. */
interface Progress {
  at: number;
  depth: number;
  isInString: boolean;
  out: Buffer;
  to: number;
}

/** @param inputBytes how much of the text becomes a piece */
function* piecesOf(bytes: Buffer, inputBytes: number, isTaken: () => boolean): Generator<Buffer> {
  const progress: Progress = { at: 0, depth: 0, isInString: false, out: Buffer.alloc(0), to: 0 };
  let spare = progress.out;
  while (progress.at < bytes.length) {
    const until = Math.min(progress.at + inputBytes, bytes.length);
    const last = progress.out;
    const bytesAtFirst = until - progress.at + ((until - progress.at) >> 1) + 64;
    const isSpare = spare.length >= bytesAtFirst && isTaken();
    progress.out = isSpare ? spare : Buffer.allocUnsafeSlow(bytesAtFirst);
    spare = last;
    progress.to = 0;
    while (progress.at < until) indentStep(bytes, Math.min(progress.at + stepBytes, until), progress);
    yield progress.out.subarray(0, progress.to);
  }
}

function indentStep(bytes: Buffer, until: number, progress: Progress): void {
  let { at, depth, out, to, isInString } = progress;
  // Here and at each token there is room for all of the step that is not read yet, and for what the token adds.
  if (to + (until - at) + 8 > out.length) out = larger(out, to, 2 * (to + until - at + 8));
  while (at < until) {
    const byte = bytes[at] ?? 0;
    if (isInString || byte === quote) {
      if (!isInString) {
        out[to++] = quote;
        at += 1;
      }
      const end = copyString(bytes, at, until, out, to);
      isInString = end < 0;
      const next = isInString ? -end : end;
      to += next - at;
      at = next;
      continue;
    }
    at += 1;
    const isOpening = byte === openBrace || byte === openBracket;
    const isClosing = byte === closeBrace || byte === closeBracket;
    if (!isOpening && !isClosing && byte !== comma && byte !== colon) {
      if (byte > space) out[to++] = byte;
      continue;
    }
    const needed = to + (until - at) + 2 * depth + 8;
    if (needed > out.length) out = larger(out, to, 2 * needed);
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
    for (let left = 2 * depth; left > 0; left -= 1) out[to++] = space;
    if (isClosing) out[to++] = byte;
  }
  progress.at = at;
  progress.depth = depth;
  progress.isInString = isInString;
  progress.out = out;
  progress.to = to;
}

function larger(bytes: Buffer, length: number, newLength: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(newLength);
  bytes.copy(larger, 0, 0, length);
  return larger;
}

/**
 * Copies a string from behind its opening quote, with the closing one, or as much of it as there is up to `until`: an escape is not cut.
 * @returns the offset after it; negative if more of the string follows
 */
function copyString(bytes: Buffer, from: number, until: number, out: Buffer, to: number): number {
  const shift = to - from;
  let at = from;
  while (at < until) {
    const byte = bytes[at] ?? quote;
    out[at + shift] = byte;
    at += 1;
    if (byte === quote) return at;
    if (byte === backslash) {
      out[at + shift] = bytes[at] ?? 0;
      at += 1;
    }
  }
  return -at;
}
