import type { LogSink, LogSource } from '../lambda/platform-log/log-sink.js';

/** The longest line that is held back until it is whole, in bytes. */
const longestLine = 64 * 1024;

/** The log of one sandbox among those of others: whole lines, with a name before each. */
export class PrefixedLog implements LogSink {
  readonly #prefix: Buffer;
  readonly #write: (lines: Buffer) => void | Promise<void>;
  readonly #rest = new Map<LogSource, Buffer>();

  constructor(name: string, write: (lines: Buffer) => void | Promise<void>) {
    this.#prefix = Buffer.from(`${name} | `);
    this.#write = write;
  }

  write(chunk: Buffer, source: LogSource): void | Promise<void> {
    const before = source === 'platform' ? this.#unfinished() : [];
    const read = Buffer.concat([this.#rest.get(source) ?? Buffer.alloc(0), chunk]);
    const isLong = read.length > longestLine;
    const end = isLong ? read.length : read.lastIndexOf(0x0a) + 1;
    this.#rest.set(source, read.subarray(end));
    const lines = [...before, ...this.#lines(read.subarray(0, end))];
    return lines.length === 0 ? undefined : this.#write(Buffer.concat(lines));
  }

  /** What has no end yet, as lines. */
  #unfinished(): Buffer[] {
    const all = [...this.#rest.values()].flatMap((rest) => this.#lines(rest));
    this.#rest.clear();
    return all;
  }

  #lines(bytes: Buffer): Buffer[] {
    const lines: Buffer[] = [];
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(0x0a, start);
      const end = found === -1 ? bytes.length : found;
      lines.push(this.#prefix, bytes.subarray(start, end), newLine);
      start = end + 1;
    }
    return lines;
  }
}

const newLine = Buffer.from('\n');
