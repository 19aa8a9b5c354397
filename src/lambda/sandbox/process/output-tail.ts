/** The last bytes of a stream. It copies nothing while the stream runs. */
export class OutputTail {
  readonly #keptBytes: number;
  readonly #pieces: Buffer[] = [];
  #bytes = 0;

  /** @param keptBytes how much of the end is kept at least, in bytes */
  constructor(keptBytes: number) {
    this.#keptBytes = keptBytes;
  }

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    for (let [first] = this.#pieces; first !== undefined; [first] = this.#pieces) {
      if (this.#bytes - first.length < this.#keptBytes) return;
      this.#pieces.shift();
      this.#bytes -= first.length;
    }
  }

  /** The end as text, of at most so many bytes. */
  text(maxBytes = this.#keptBytes): string {
    return Buffer.concat(this.#pieces).subarray(-maxBytes).toString('utf8');
  }
}
