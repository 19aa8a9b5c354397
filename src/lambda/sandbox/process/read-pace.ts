import { nowMs } from '../../../process/now.js';

/** How many small pieces make a flood, and how many count at most. */
const floodAfter = 32;
const mostCounted = 256;

/** From there on, a piece is no small one, in bytes. */
const smallBytes = 48 * 1024;

/** The time that a piece counts for, in ms: where fewer come, there is no flood, though some may come at once. */
const countedMs = 2;

/** How long more of a flood is left to come, in ms: in less than that it can't fill the system's buffer. */
const pauseMs = 0.3;

const cell = new Int32Array(new SharedArrayBuffer(4));

/**
 * Slows the reading of a process that writes many lines one by one. Read at once, each of them wakes the reader, which costs
 * both sides more than the line itself. Nothing is held back but in the system's own buffer.
 */
export class ReadPace {
  /** The small pieces of late, less those whose time has passed. */
  #small = 0;
  #lastMs = 0;

  /** Takes note of a piece, and in a flood waits for a moment before the next one is read. */
  saw(bytes: number): void {
    const seenMs = nowMs();
    this.#small = Math.max(0, this.#small - (seenMs - this.#lastMs) / countedMs);
    this.#lastMs = seenMs;
    if (bytes >= smallBytes) return;
    this.#small = Math.min(mostCounted, this.#small + 1);
    if (this.#small < floodAfter) return;
    Atomics.wait(cell, 0, 0, pauseMs);
    this.#lastMs = nowMs();
  }

  /** Ends a flood: all is read that was written. The few pieces of each of many short invocations make none together. */
  drained(): void {
    this.#small = 0;
  }
}
