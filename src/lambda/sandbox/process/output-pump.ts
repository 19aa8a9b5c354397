import type { Readable } from 'node:stream';
import { nextTurn, polled, sleep } from '../../../process/polled.js';
import { settlesWithin } from '../../../process/settles-within.js';
import type { LogSink, LogSource } from '../../platform-log/log-sink.js';
import type { OutputPipe } from './output-pipe.js';
import { OutputTail } from './output-tail.js';
import { ReadPace } from './read-pace.js';

/** How often the wait for the streams' end checks whether it is over, in ms. */
const drainStepMs = 25;

/** How much output is held back of a candidate that has not connected yet, in bytes. */
const maxHeldBytes = 64 * 1024;

/** From how much output on a pipe is worth what it costs to make, in bytes. */
const pipeFromBytes = 1024 * 1024;

/**
 * How much of each output's end is kept, in bytes. The report of a crash goes to standard error, and those of Ruby and Java
 * are long.
 */
const keptBytes = { stdout: 64 * 1024, stderr: 256 * 1024 };

/**
 * Passes what a process prints to the log sink: bytes as they come, in order within each stream, with at most one piece per
 * stream in memory. Until {@link OutputPump.release} it holds everything back, so that the output of a dead shim can be
 * dropped.
 */
export class OutputPump {
  readonly #sink: LogSink;
  readonly #streams: Readable[] = [];
  readonly #ended: Promise<void>[] = [];
  #held: { chunk: Buffer; source: LogSource }[] | undefined = [];
  #heldBytes = 0;
  #readBytes = 0;
  #writing = 0;
  /** What its writer may take in the place of standard output. */
  #pipe: OutputPipe | undefined;
  /** Settles when that is read, which its writer has taken: the rest of what is before it comes first. */
  #turning: Promise<void> | undefined;
  #isOver = false;
  readonly #pace = new ReadPace();
  readonly #tails = { stdout: new OutputTail(keptBytes.stdout), stderr: new OutputTail(keptBytes.stderr) };

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /**
   * Starts to read a stream.
   * @param pipePath where its writer looks for the path of a pipe that it can take in the place of this stream
   */
  attach(stream: Readable, source: 'stdout' | 'stderr', pipePath?: string): void {
    let bytes = 0;
    this.#streams.push(stream);
    // A pipe that its writer has looked at and not taken is closed already.
    if (!stream.closed) this.#ended.push(new Promise((resolve) => stream.once('close', resolve)));
    stream.on('error', () => stream.destroy());
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      this.#readBytes += chunk.length;
      this.#tails[source].push(chunk);
      if (this.#held !== undefined) {
        this.#held.push({ chunk, source });
        this.#heldBytes += chunk.length;
        if (this.#heldBytes > maxHeldBytes) this.release();
        return;
      }
      if (pipePath !== undefined && bytes >= pipeFromBytes && bytes - chunk.length < pipeFromBytes) {
        void this.#offerPipe(pipePath, source, () => this.#restRead(stream, () => bytes));
      }
      const written = this.#sink.write(chunk, source);
      if (written === undefined) return this.#pace.saw(chunk.length);
      this.#writing++;
      stream.pause();
      void written.then(() => {
        this.#writing--;
        stream.resume();
      });
    });
  }

  /** Makes a pipe, and reads it from the moment on at which its writer has taken it. */
  async #offerPipe(path: string, source: 'stdout' | 'stderr', restRead: () => Promise<void>): Promise<void> {
    const { OutputPipe } = await import('./output-pipe.js');
    const pipe = this.#isOver ? undefined : await OutputPipe.make(path);
    if (pipe === undefined) return;
    if (this.#isOver) return pipe[Symbol.dispose]();
    this.#pipe = pipe;
    pipe.stream.once('readable', () => {
      this.#turning = restRead().then(() => {
        this.#turning = undefined;
        if (this.#pipe === pipe) this.attach(pipe.stream, source);
        this.#pipe = undefined;
      });
    });
  }

  /** Waits until all is read that is in a stream by now: that is so when it has ended, or a turn of the event loop brings nothing new. */
  async #restRead(stream: Readable, bytes: () => number): Promise<void> {
    for (let seen = -1; seen !== bytes() && !stream.destroyed; ) {
      while (this.#writing > 0) await sleep(1);
      seen = bytes();
      await polled();
    }
  }

  /** The end of what the process wrote to standard error, which tells how it ended. */
  get stderrTail(): string {
    return this.#tails.stderr.text(4096);
  }

  /** The ends of both outputs: up to 64 KiB of standard output, up to 256 KiB of standard error. */
  get tails(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: this.#tails.stdout.text(), stderr: this.#tails.stderr.text() };
  }

  /** What is held back, as text. */
  get heldText(): string {
    return Buffer.concat((this.#held ?? []).map(({ chunk }) => chunk)).toString('utf8');
  }

  /** Passes on what was held back, and everything that follows. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    for (const { chunk, source } of held ?? []) void this.#sink.write(chunk, source);
  }

  /**
   * Waits until everything is read that the process had written before this call. The kernel has it already, so the streams
   * are drained when a whole turn of the event loop brings nothing new.
   */
  async drainWritten(): Promise<void> {
    for (let seen = -1; seen !== this.#readBytes || this.#turning !== undefined; ) {
      await this.#turning;
      while (this.#writing > 0) await sleep(1);
      seen = this.#readBytes;
      await nextTurn();
      await nextTurn();
    }
    this.#pace.drained();
  }

  /**
   * Waits for the end of the streams, once the process has ended. A process that left its group may hold them open, so they
   * are given up after `limitMs`. Time spent waiting for the sink does not count, so that a slow reader loses nothing.
   */
  async drainToEnd(limitMs: number): Promise<void> {
    this.#isOver = true;
    if (this.#pipe !== undefined) await polled();
    if (this.#turning === undefined) this.#withdrawPipe();
    const ended = Promise.resolve(this.#turning).then(() => Promise.all(this.#ended));
    for (let leftMs = limitMs; leftMs > 0; ) {
      const blocked = this.#writing > 0;
      if (await settlesWithin(ended, drainStepMs)) return;
      if (!blocked) leftMs -= drainStepMs;
    }
    this.#withdrawPipe();
    for (const stream of this.#streams) stream.destroy();
  }

  #withdrawPipe(): void {
    this.#pipe?.[Symbol.dispose]();
    this.#pipe = undefined;
  }
}
