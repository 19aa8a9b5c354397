/** How much of the start and of the end of a command's output is kept, in bytes. */
const keptBytes = 4096;

/** A command's output in the order in which it came. Only its head and its tail are kept. */
export class BoundedTranscript {
  #head: Buffer = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);
  #omittedBytes = 0;

  add(chunk: Buffer): void {
    const room = keptBytes - this.#head.length;
    if (room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)]);
    const rest = chunk.subarray(Math.max(0, room));
    if (rest.length === 0) return;
    const tail = Buffer.concat([this.#tail, rest.subarray(-keptBytes)]);
    this.#omittedBytes += this.#tail.length + rest.length - Math.min(tail.length, keptBytes);
    this.#tail = Buffer.from(tail.subarray(-keptBytes));
  }

  /** The end of a sentence, which shows what was printed. */
  shown(): string {
    if (this.#head.length === 0) return ', and printed nothing.';
    const text =
      this.#omittedBytes === 0
        ? decode(Buffer.concat([this.#head, this.#tail]))
        : `${decode(this.#head)}\n… ${this.#omittedBytes} bytes left out …\n${decode(this.#tail)}`;
    return `. It printed:\n${text.trimEnd()}`;
  }
}

/** Decodes a piece of UTF-8. If its first or last character is incomplete, that is left out. */
function decode(bytes: Buffer): string {
  return bytes.toString().replace(/^\ufffd+|\ufffd+$/g, '');
}
