import type { LogSink } from '../../lambda/platform-log/log-sink.js';

/** How much of a case's log is kept, in bytes: its end. */
const keptBytes = 1024 * 1024;

/** The log of the case that a sandbox is running. */
export class CaseLog implements LogSink {
  #chunks: Buffer[] = [];
  #bytes = 0;

  write(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    while (this.#bytes - (this.#chunks[0]?.length ?? 0) > keptBytes) this.#bytes -= this.#chunks.shift()?.length ?? 0;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  /** Begins the log of the next case. */
  clear(): void {
    this.#chunks = [];
    this.#bytes = 0;
  }
}
