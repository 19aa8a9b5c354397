import type { LogSink } from './log-sink.js';

/** Writes Lambda's own lines between what the process prints, each at the start of a line. */
export class PlatformLog {
  /** The sink that the process's output goes to. */
  readonly sink: LogSink;
  #midLine = false;

  constructor(sink: LogSink) {
    this.sink = {
      write: (chunk, source) => {
        if (chunk.length > 0) this.#midLine = chunk[chunk.length - 1] !== 0x0a;
        return sink.write(chunk, source);
      },
    };
  }

  /** Writes one line of the platform. */
  async line(text: string): Promise<void> {
    await this.sink.write(Buffer.from(`${this.#midLine ? '\n' : ''}${text}\n`), 'platform');
  }
}
