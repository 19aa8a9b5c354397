import { nowMs } from '../process/now.js';

/** Where a progress line is drawn; the next output overwrites it. */
export interface ProgressScreen {
  /** Draws a text in place of the last one; an empty text removes it. */
  overlay(text: string): void;
  /** The width, in columns. */
  readonly columns: number;
}

/** What is known of a running invocation. */
export interface RunningInvocation {
  readonly name: string;
  readonly timeoutMs: number;
}

/** The progress line of an invocation that takes longer than a second. Disposing of it removes the line. */
export interface Progress extends Disposable {
  /** Tells that the function's timeout runs from now on. */
  dispatched(): void;
}

/** How long an invocation runs before its line appears, and how often that is redrawn, in ms. */
const patienceMs = 1_000;
const intervalMs = 100;

const braille = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const ascii = '|/-\\';

/** Follows an invocation. Its timers keep no process alive. */
export function startProgress(screen: ProgressScreen, { name, timeoutMs }: RunningInvocation): Progress {
  const startedMs = nowMs();
  let dispatchedMs: number | undefined;
  let turn = 0;
  const draw = (): void => {
    const elapsedMs = nowMs() - (dispatchedMs ?? startedMs);
    const text = progressText({ name, elapsedMs, turn: turn++, ...(dispatchedMs === undefined ? {} : { timeoutMs }) });
    screen.overlay(text.slice(0, Math.max(0, screen.columns - 1)));
  };
  let interval: NodeJS.Timeout | undefined;
  const patience = setTimeout(() => {
    draw();
    interval = setInterval(draw, intervalMs).unref();
  }, patienceMs).unref();
  return {
    dispatched() {
      dispatchedMs = nowMs();
    },
    [Symbol.dispose]() {
      clearTimeout(patience);
      clearInterval(interval);
      screen.overlay('');
    },
  };
}

/** A moment of an invocation. */
export interface ProgressMoment {
  readonly name: string;
  /** The time since the function got its event, or before that since the start. */
  readonly elapsedMs: number;
  /** The function's timeout, if it is running already. */
  readonly timeoutMs?: number;
  /** How many times the line was drawn. */
  readonly turn: number;
}

/** The line: `⠋ hello 3.2 s, 2.8 s left of 6 s`. */
export function progressText(
  { name, elapsedMs, timeoutMs, turn }: ProgressMoment,
  hasBraille = knowsBraille(),
): string {
  const elapsed = `${spinnerFrame(turn, hasBraille)} ${name} ${seconds(elapsedMs)}`;
  if (timeoutMs === undefined) return `${elapsed}, starting`;
  return `${elapsed}, ${seconds(Math.max(0, timeoutMs - elapsedMs))} left of ${timeoutMs / 1000} s`;
}

/** What turns at the beginning of a line of progress. */
export function spinnerFrame(turn: number, hasBraille = knowsBraille()): string {
  const frames = hasBraille ? braille : ascii;
  return frames.charAt(turn % frames.length);
}

function knowsBraille(): boolean {
  return process.platform !== 'win32' || process.env['WT_SESSION'] !== undefined;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
