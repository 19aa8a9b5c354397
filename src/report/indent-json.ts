import { token, walkJson } from '../json/walk.js';

const newline = 0x0a;
const space = 0x20;

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
  const writer = new BoundedBuffer(bytes.length + (bytes.length >> 1) + 64, maxGrowth * bytes.length + 64);
  let depth = 0;
  /** Whether the next token starts a container's content, follows a sibling, or follows its key. */
  let position: 'start' | 'sibling' | 'after-key' | 'top' = 'top';

  const invalidAt = walkJson(bytes, (kind, start, end) => {
    if (kind === token.close) {
      depth -= 1;
      if (position !== 'start') writer.line(depth);
    } else if (position === 'start') {
      writer.line(depth);
    } else if (position === 'sibling') {
      writer.byte(0x2c);
      writer.line(depth);
    }
    writer.copy(bytes, start, end);
    if (kind === token.key) {
      writer.byte(0x3a);
      writer.byte(space);
      position = 'after-key';
    } else if (kind === token.open) {
      depth += 1;
      position = 'start';
    } else {
      position = 'sibling';
    }
  });
  return invalidAt === -1 ? writer.content() : undefined;
}

/** Up to so many bytes a loop copies faster than a call of `Buffer.copy`, which takes half a microsecond. */
const longCopy = 512;

/** A buffer that grows as it is written to, and refuses everything that would exceed its bound. */
class BoundedBuffer {
  #buffer: Buffer;
  #length = 0;
  #overflowed = false;
  readonly #maxSize: number;

  constructor(size: number, maxSize: number) {
    this.#buffer = Buffer.allocUnsafe(size);
    this.#maxSize = maxSize;
  }

  byte(value: number): void {
    if (!this.#reserve(1)) return;
    this.#buffer[this.#length] = value;
    this.#length += 1;
  }

  line(depth: number): void {
    if (!this.#reserve(1 + 2 * depth)) return;
    const buffer = this.#buffer;
    const start = this.#length + 1;
    const end = start + 2 * depth;
    buffer[start - 1] = newline;
    for (let to = start; to < end; to += 1) buffer[to] = space;
    this.#length = end;
  }

  copy(source: Buffer, start: number, end: number): void {
    if (!this.#reserve(end - start)) return;
    if (end - start > longCopy) {
      this.#length += source.copy(this.#buffer, this.#length, start, end);
      return;
    }
    const buffer = this.#buffer;
    let to = this.#length;
    for (let at = start; at < end; at += 1, to += 1) buffer[to] = source[at] ?? 0;
    this.#length = to;
  }

  content(): Buffer | undefined {
    return this.#overflowed ? undefined : this.#buffer.subarray(0, this.#length);
  }

  #reserve(count: number): boolean {
    const needed = this.#length + count;
    if (needed <= this.#buffer.length) return !this.#overflowed;
    if (needed > this.#maxSize) this.#overflowed = true;
    if (this.#overflowed) return false;
    const larger = Buffer.allocUnsafe(Math.min(this.#maxSize, Math.max(2 * this.#buffer.length, needed)));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
    return true;
  }
}
