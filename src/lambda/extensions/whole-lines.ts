import type { LogSink, LogSource } from '../platform-log/log-sink.js';

/** How much of an unfinished line is held back at most, in bytes. */
const maxHeldBytes = 64 * 1024;

/** A log sink that collects pieces and passes on whole lines, so that the lines of two processes do not mix. */
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

  /** Passes on an unfinished last line, and adds its newline. */
  async end(): Promise<void> {
    const held = [...this.#held].filter(([, bytes]) => bytes.length > 0);
    this.#held.clear();
    for (const [source, bytes] of held) await this.#sink.write(Buffer.concat([bytes, Buffer.from('\n')]), source);
  }
}
