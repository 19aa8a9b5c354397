import type { LogSettings } from '../function/lambda-function.js';
import type { LogSink } from './log-sink.js';
import type { PlatformEvent } from './platform-event.js';
import { isLogged, recordLine } from './platform-record.js';
import { textLines } from './report-line.js';

/** Writes Lambda's own log lines into the process's output, always at the start of a line. */
export class PlatformLog {
  /** The sink that the process's output goes to. */
  readonly sink: LogSink;
  readonly #settings: Pick<LogSettings, 'format' | 'systemLevel'>;
  #midLine = false;

  constructor(sink: LogSink, settings: Pick<LogSettings, 'format' | 'systemLevel'>) {
    this.#settings = settings;
    this.sink = {
      write: (chunk, source) => {
        if (chunk.length > 0) this.#midLine = chunk[chunk.length - 1] !== 0x0a;
        return sink.write(chunk, source);
      },
    };
  }

  /** Writes an event in the function's format, unless its log level leaves it out. */
  async event(event: PlatformEvent): Promise<void> {
    const { format, systemLevel = 'INFO' } = this.#settings;
    if (format === 'Text') {
      for (const line of textLines(event)) await this.line(line);
    } else if (isLogged(event, systemLevel)) {
      await this.line(recordLine(event, new Date()));
    }
  }

  /** Writes one line of the platform. */
  async line(text: string): Promise<void> {
    await this.sink.write(Buffer.from(`${this.#midLine ? '\n' : ''}${text}\n`), 'platform');
  }
}
