import type { LogSink, LogSource } from '../platform-log/log-sink.js';

/** The longest piece of a line that is held back, in bytes. */
const maxHeldBytes = 64 * 1024;

/** A log sink that takes pieces and passes on whole lines, so that two processes do not write into each other's. */
export class WholeLines implements LogSink {
  readonly #sink: LogSink;
  readonly #held = new Map<LogSource, Buffer>();

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  write(chunk: Buffer, source: LogSource): void | Promise<void> {
    const bytes = Buffer.concat([this.#held.get(source) ?? Buffer.alloc(0), chunk]);
    const end = bytes.length > maxHeldBytes ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
    this.#held.set(source, bytes.subarray(end));
    if (end > 0) return this.#sink.write(bytes.subarray(0, end), source);
  }

  /** Passes on what was not ended by a newline, with one. */
  async end(): Promise<void> {
    const held = [...this.#held].filter(([, bytes]) => bytes.length > 0);
    this.#held.clear();
    for (const [source, bytes] of held) await this.#sink.write(Buffer.concat([bytes, Buffer.from('\n')]), source);
  }
}
