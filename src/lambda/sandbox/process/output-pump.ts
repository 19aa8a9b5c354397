import type { Readable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { settlesWithin } from '../../../process/settles-within.js';
import type { LogSink, LogSource } from '../../platform-log/log-sink.js';
import { OutputTail } from './output-tail.js';

/** How often the wait for the streams' end looks whether it is over, in ms. */
const drainStepMs = 25;

/** What may be held back of a candidate that has not shown yet that it is alive, in bytes. */
const maxHeldBytes = 64 * 1024;

/** What is kept of each output's end, in bytes. The report of a crash goes to standard error, and those of Ruby and Java are long. */
const keptBytes = { stdout: 64 * 1024, stderr: 256 * 1024 };

/**
 * Carries what a process prints to the log sink: bytes as they come, in order within each stream, and never more in memory
 * than one piece a stream. Until {@link OutputPump.release} it holds everything back, so that what a dead shim printed can be dropped.
 */
export class OutputPump {
  readonly #sink: LogSink;
  readonly #streams: Readable[] = [];
  readonly #ended: Promise<void>[] = [];
  #held: { chunk: Buffer; source: LogSource }[] | undefined = [];
  #heldBytes = 0;
  #readBytes = 0;
  #writing = 0;
  readonly #tails = { stdout: new OutputTail(keptBytes.stdout), stderr: new OutputTail(keptBytes.stderr) };

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** Starts to read a stream. */
  attach(stream: Readable, source: 'stdout' | 'stderr'): void {
    this.#streams.push(stream);
    this.#ended.push(new Promise((resolve) => stream.once('close', resolve)));
    stream.on('error', () => stream.destroy());
    stream.on('data', (chunk: Buffer) => {
      this.#readBytes += chunk.length;
      this.#tails[source].push(chunk);
      if (this.#held !== undefined) {
        this.#held.push({ chunk, source });
        this.#heldBytes += chunk.length;
        if (this.#heldBytes > maxHeldBytes) this.release();
        return;
      }
      const written = this.#sink.write(chunk, source);
      if (written === undefined) return;
      this.#writing++;
      stream.pause();
      void written.then(() => {
        this.#writing--;
        stream.resume();
      });
    });
  }

  /** The last of what the process wrote to standard error, to recognise how it ended. */
  get stderrTail(): string {
    return this.#tails.stderr.text(4096);
  }

  /** The last of what the process wrote to either output: up to 64 KiB, and of standard error up to 256 KiB. */
  get tails(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: this.#tails.stdout.text(), stderr: this.#tails.stderr.text() };
  }

  /** What is held back, as text. */
  get heldText(): string {
    return Buffer.concat((this.#held ?? []).map(({ chunk }) => chunk)).toString('utf8');
  }

  /** Lets through what was held back, and everything that follows. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    for (const { chunk, source } of held ?? []) void this.#sink.write(chunk, source);
  }

  /**
   * Waits until everything is read that the process had written before this call: the kernel has it already, so the
   * streams are drained when a whole turn of the event loop brought nothing.
   */
  async drainWritten(): Promise<void> {
    for (let seen = -1; seen !== this.#readBytes; ) {
      while (this.#writing > 0) await sleep(1);
      seen = this.#readBytes;
      await nextTurn();
      await nextTurn();
    }
  }

  /**
   * Waits for the end of the streams, once the process is gone. Somebody else may hold them (what left the group): they are
   * given up after `limitMs`. Time in which the sink holds us back does not count, so that nothing is lost to a slow reader.
   */
  async drainToEnd(limitMs: number): Promise<void> {
    const ended = Promise.all(this.#ended);
    for (let leftMs = limitMs; leftMs > 0; ) {
      const blocked = this.#writing > 0;
      if (await settlesWithin(ended, drainStepMs)) return;
      if (!blocked) leftMs -= drainStepMs;
    }
    for (const stream of this.#streams) stream.destroy();
  }
}
