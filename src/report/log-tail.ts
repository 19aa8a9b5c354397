import type { LogExcerpt } from './invocation-report.js';

/** How much of a log is kept, in bytes. */
const keptBytes = 64 * 1024;

/** Keeps the end of a log while it is written elsewhere. */
export class LogTail {
  #pieces: Buffer[] = [];
  #bytes = 0;
  #omittedBytes = 0;

  /** Takes the next piece of the log. */
  push(piece: Buffer): void {
    this.#pieces.push(piece.length > keptBytes ? Buffer.from(piece.subarray(-keptBytes)) : piece);
    this.#omittedBytes += Math.max(0, piece.length - keptBytes);
    this.#bytes += Math.min(piece.length, keptBytes);
    if (this.#bytes > 2 * keptBytes) this.#cut();
  }

  /** The kept end. If something was omitted, it begins with a whole line. */
  excerpt(file?: string): LogExcerpt {
    this.#cut();
    const kept = Buffer.concat(this.#pieces);
    const start = this.#omittedBytes === 0 ? 0 : kept.indexOf(0x0a) + 1;
    return {
      text: kept.subarray(start).toString('utf8'),
      omittedBytes: this.#omittedBytes + start,
      ...(file === undefined ? {} : { file }),
    };
  }

  #cut(): void {
    const kept = Buffer.concat(this.#pieces);
    const excess = Math.max(0, kept.length - keptBytes);
    this.#pieces = [Buffer.from(kept.subarray(excess))];
    this.#bytes = kept.length - excess;
    this.#omittedBytes += excess;
  }
}
