import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayLocation } from '../diagnostics/display-path.js';
import type { LogSink, LogSource } from '../lambda/platform-log/log-sink.js';
import { isLeftOutInTerminal } from '../report/console/platform-lines.js';
import { type Styles, stylesFor } from '../report/console/styles.js';
import { writeWithBackpressure } from '../report/console/write-with-backpressure.js';
import type { ProgressScreen } from './progress.js';

/**
 * Writes all pieces, together where the system can do that, and waits until the stream has taken them. It is no failure if the
 * reader has gone away.
 */
export function writeAll(stream: Writable, ...pieces: readonly (Buffer | string)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => (isGone(error) ? resolve() : reject(error));
    stream.once('error', onError);
    stream.cork();
    for (const piece of pieces.slice(0, -1)) stream.write(piece);
    stream.write(pieces.at(-1) ?? '', (error) => {
      if (error) return onError(error);
      stream.off('error', onError);
      resolve();
    });
    stream.uncork();
  });
}

/**
 * Writes pieces one after the other, each once the stream has taken the one before, and the last one with what comes after it as
 * {@link writeAll} does. It is no failure if the reader has gone away.
 */
export async function writeEach(stream: Writable, pieces: Iterable<Buffer>, after: string): Promise<void> {
  let last: Buffer | undefined;
  let failure: NodeJS.ErrnoException | undefined;
  const onError = (error: NodeJS.ErrnoException): void => {
    failure ??= error;
  };
  stream.on('error', onError);
  for (const piece of pieces) {
    const written = last === undefined ? undefined : writeWithBackpressure(stream, last);
    if (written !== undefined) await written;
    if (failure !== undefined || stream.destroyed) break;
    last = piece;
  }
  stream.off('error', onError);
  if (failure !== undefined && !isGone(failure)) throw failure;
  if (failure === undefined && !stream.destroyed) await writeAll(stream, ...(last === undefined ? [] : [last]), after);
}

function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}

/** How the command prints its messages. */
export interface ConsoleOptions {
  /** Whether the platform's lines and notices are left out. */
  readonly quiet: boolean;
  readonly hasColour: boolean;
  /** Whether a person reads the output in a terminal. */
  readonly isTerminal: boolean;
}

/** Goes back to the start of the line, and clears it. */
const erased = '\r\u001b[K';

/**
 * The standard error of the command: the handler's output byte for byte, the platform's lines (faint if there are colours),
 * and our own messages.
 */
export class Console implements LogSink, ProgressScreen {
  readonly styles: Styles;
  /** Whether a person reads it in a terminal. */
  readonly isTerminal: boolean;
  readonly #stream: Writable & { readonly columns?: number };
  readonly #quiet: boolean;
  #atLineStart = true;
  #hasOverlay = false;
  #gone = false;

  constructor(stream: Writable, { quiet, hasColour, isTerminal }: ConsoleOptions) {
    this.styles = stylesFor(hasColour);
    this.#stream = stream;
    this.#quiet = quiet;
    this.isTerminal = isTerminal;
    stream.on('error', (error) => {
      this.#gone = true;
      if (!isGone(error)) throw error;
    });
  }

  write(chunk: Buffer, source: LogSource): void | Promise<void> {
    return this.#put(source === 'platform' ? this.platform(chunk) : chunk);
  }

  /** A line of the platform as it is shown here; empty for one that is not. */
  platform(chunk: Buffer): Buffer {
    const text = chunk.toString('utf8');
    if (this.#quiet || (this.isTerminal && isLeftOutInTerminal(text))) return Buffer.alloc(0);
    const styled = text.replaceAll(/[^\n]+/g, (line) => this.styles.faint(line));
    return styled === text ? chunk : Buffer.from(styled);
  }

  get columns(): number {
    return this.#stream.columns || 80;
  }

  /** An unfinished line of the handler is left alone. */
  overlay(text: string): void {
    if (this.#gone || !this.#atLineStart || (text === '' && !this.#hasOverlay)) return;
    this.#stream.write(erased + text);
    this.#hasOverlay = text !== '';
  }

  report(diagnostic: Diagnostic): void {
    if (this.#quiet && diagnostic.severity === 'notice') return;
    this.line(diagnosticText(diagnostic, this.styles));
  }

  /** Prints a line of our own, on a line of its own. */
  line(text: string): void {
    this.#startLine();
    this.#put(Buffer.from(`${text}\n`));
  }

  #startLine(): void {
    if (!this.#atLineStart) this.#put(Buffer.from('\n'));
  }

  #put(bytes: Buffer): void | Promise<void> {
    if (this.#gone || bytes.length === 0) return;
    this.overlay('');
    this.#atLineStart = bytes[bytes.length - 1] === 0x0a;
    return writeWithBackpressure(this.#stream, bytes);
  }
}

/** A diagnostic as text: its message, its place, and what to do, each on its own line. */
export function diagnosticText({ severity, message, location, hint }: Diagnostic, styles: Styles): string {
  const lines = [`${styles[severity](`${severity}:`)} ${message}`];
  if (location?.line !== undefined) lines.push(`  at ${displayLocation(location)}`);
  if (hint !== undefined) lines.push(`  ${hint.replaceAll('\n', '\n  ')}`);
  return lines.join('\n');
}
