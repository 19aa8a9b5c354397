import type { LogSink } from '../lambda/platform-log/log-sink.js';

/** How much of the log of one invocation is kept, in bytes: its end. */
const keptBytes = 1024 * 1024;

/** What was logged, or the end of it. */
export interface TakenLog {
  readonly bytes: Buffer;
  /** How much came before, in bytes. */
  readonly omittedBytes: number;
}

/** The log of the invocation that a sandbox is running. */
export class BoundedLog implements LogSink {
  #chunks: Buffer[] = [];
  #bytes = 0;
  #omittedBytes = 0;

  write(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    while (this.#bytes - (this.#chunks[0]?.length ?? 0) > keptBytes) {
      const { length } = this.#chunks.shift() ?? { length: 0 };
      this.#bytes -= length;
      this.#omittedBytes += length;
    }
  }

  /** Gives what was logged so far, and begins the log of the next invocation. */
  take(): TakenLog {
    const taken = { bytes: Buffer.concat(this.#chunks), omittedBytes: this.#omittedBytes };
    this.#chunks = [];
    this.#bytes = 0;
    this.#omittedBytes = 0;
    return taken;
  }
}
