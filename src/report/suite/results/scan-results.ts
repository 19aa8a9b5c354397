import { createReadStream } from 'node:fs';

/** An object of the list `cases` of a results file. */
export interface ScannedCase {
  readonly bytes: Buffer;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
}

/** The rest of a results file. */
export interface ScannedRest {
  /** The document, with an empty list of cases. */
  readonly bytes: Buffer;
  /** Where the list's end stands in these bytes, and how many bytes of the file are left out there. */
  readonly gap: { readonly at: number; readonly bytes: number };
  /** Whether the file ends before the document does. */
  readonly isCut: boolean;
  /** The length of the file, in bytes. */
  readonly sizeBytes: number;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;

/** The end of what precedes the list of cases. */
const casesKey = /"cases"\s*:\s*$/;
const longestKey = 200;

/**
 * Reads a results file piece by piece, however it is formatted, so that never more than one of its cases is in memory. Each case
 * is yielded as it stands there; whether it is JSON is not checked.
 * @returns the rest of the document
 */
export async function* scanResults(file: string): AsyncGenerator<ScannedCase, ScannedRest> {
  const rest = new Growing();
  const item = new Growing();
  let [depth, isInString, isEscaped, isInCases] = [0, false, false, false];
  let [offset, itemOffset, gapAt, gapStart, gapBytes] = [0, 0, 0, 0, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    // From here on the bytes of this chunk belong to the case, or to the rest.
    let start = 0;
    const ends = new StringEnds(chunk);
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else {
          at = ends.next(at);
          isEscaped = chunk[at] === backslash;
          isInString = chunk[at] !== quote;
        }
        continue;
      }
      if (isInCases && depth === 2) {
        if (byte === openBrace) {
          [start, itemOffset, depth] = [at, offset + at, 3];
          continue;
        }
        if (byte === comma || byte === undefined || byte <= 0x20) continue;
        // The end of the list, or what does not belong there: the rest shows it.
        [isInCases, start, gapBytes] = [false, at, offset + at - gapStart];
      }
      if (byte === quote) isInString = true;
      else if (byte === openBrace || byte === openBracket) {
        depth += 1;
        if (byte !== openBracket || depth !== 2 || gapStart !== 0) continue;
        rest.add(chunk.subarray(start, at + 1));
        start = at + 1;
        if (!casesKey.test(rest.end(longestKey).slice(0, -1))) continue;
        [isInCases, gapAt, gapStart] = [true, rest.length, offset + at + 1];
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (!isInCases || depth !== 2) continue;
        item.add(chunk.subarray(start, at + 1));
        yield { bytes: item.take(), offset: itemOffset };
        start = at + 1;
      }
    }
    if (isInCases && depth > 2) item.add(chunk.subarray(start));
    else if (!isInCases) rest.add(chunk.subarray(start));
    offset += chunk.length;
  }
  return { bytes: rest.take(), gap: { at: gapAt, bytes: gapBytes }, isCut: depth > 0 || isInString, sizeBytes: offset };
}

/** Finds where the texts of a chunk end, or go on behind an escape, without looking at every byte. */
class StringEnds {
  readonly #chunk: Buffer;
  #quote = -1;
  #backslash = -1;

  constructor(chunk: Buffer) {
    this.#chunk = chunk;
  }

  /** The first quote or backslash from a place on; the length of the chunk if there is none. */
  next(from: number): number {
    if (this.#quote < from) this.#quote = this.#find(quote, from);
    if (this.#backslash < from) this.#backslash = this.#find(backslash, from);
    return Math.min(this.#quote, this.#backslash);
  }

  #find(byte: number, from: number): number {
    const found = this.#chunk.indexOf(byte, from);
    return found === -1 ? this.#chunk.length : found;
  }
}

/** Bytes that come in pieces. */
class Growing {
  #pieces: Buffer[] = [];
  length = 0;

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  /** The last bytes as text, one unit each. */
  end(bytes: number): string {
    let text = '';
    for (let index = this.#pieces.length - 1; index >= 0 && text.length < bytes; index -= 1) {
      text = (this.#pieces[index]?.subarray(-bytes).toString('latin1') ?? '') + text;
    }
    return text;
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.#pieces);
    [this.#pieces, this.length] = [[], 0];
    return bytes;
  }
}
