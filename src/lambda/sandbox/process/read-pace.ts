/** How many small pieces in a row make a flood. */
const floodAfter = 32;

/** From there on, a piece is no small one, in bytes. */
const smallBytes = 48 * 1024;

/** How long after another one a piece belongs to the same flood, in ms. */
const togetherMs = 2;

/** How long more of a flood is left to come, in ms: in less than that it can't fill the system's buffer. */
const pauseMs = 0.3;

const cell = new Int32Array(new SharedArrayBuffer(4));

/**
 * Slows the reading of a process that writes many lines one by one. Read at once, each of them wakes the reader, which costs
 * both sides more than the line itself. Nothing is held back but in the system's own buffer.
 */
export class ReadPace {
  #small = 0;
  #lastMs = 0;

  /** Takes note of a piece, and in a flood waits for a moment before the next one is read. */
  saw(bytes: number): void {
    const nowMs = performance.now();
    if (nowMs - this.#lastMs > togetherMs) this.#small = 0;
    else if (bytes < smallBytes) this.#small++;
    this.#lastMs = nowMs;
    if (this.#small < floodAfter || bytes >= smallBytes) return;
    Atomics.wait(cell, 0, 0, pauseMs);
    this.#lastMs = performance.now();
  }
}
