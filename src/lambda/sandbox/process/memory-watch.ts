import { childrenOf, heldTogetherKib, processMemory } from './process-memory.js';

/** Whether this system can say what a process tree holds, so that a limit can be kept. */
export const canLimitMemory = process.platform === 'linux';

/** How fast memory can fill, in KiB a ms: the less room is left, the sooner it is looked at again. */
const growthKibPerMs = 2 * 1024;

const shortestIntervalMs = 10;
const longestIntervalMs = 100;

/** What a sandbox may hold, and what is done once it holds more. */
export interface MemoryLimit {
  readonly limitMiB: number;
  /** Called once. */
  readonly onExceeded: () => void;
  /** Gives the processes that belong to it though the leader and what it started have no part in them any more. */
  readonly strays?: () => readonly number[];
}

/**
 * Watches the memory of a process and of all that it starts. On Linux it looks at `/proc` from time to time; elsewhere it knows
 * only what the runtime says of itself ({@link MemoryWatch.report}), and keeps no limit.
 *
 * The limit is one on what the kernel can't get back: Lambda's kernel drops the pages of programs, libraries and mapped files
 * before it ends a process. The peak counts these too, as Lambda's `Max Memory Used` does.
 */
export class MemoryWatch {
  readonly #leaderPid: number;
  readonly #limit: MemoryLimit;
  readonly #descendants = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #searchedAtMs = performance.now();
  #peakKib = 0;
  #hasExceeded = false;
  #hasEnded = false;

  constructor(leaderPid: number, limit: MemoryLimit) {
    this.#leaderPid = leaderPid;
    this.#limit = limit;
    if (canLimitMemory) this.#lookAgain(longestIntervalMs);
  }

  /** The most that was held, in MiB. It is not more than the limit, where one is kept: a look can come late. */
  get peakMiB(): number {
    const peakMiB = Math.ceil(this.#peakKib / 1024);
    if (this.#hasExceeded) return this.#limit.limitMiB;
    return canLimitMemory ? Math.min(peakMiB, this.#limit.limitMiB) : peakMiB;
  }

  /** Whether the limit was exceeded, so that the processes were ended. */
  get hasExceeded(): boolean {
    return this.#hasExceeded;
  }

  /** Counts another process, which the leader did not start, and all that it starts. */
  include(pid: number): void {
    this.#descendants.add(pid);
  }

  /** Takes what the runtime says of its own peak. */
  report(kib: number): void {
    this.#peakKib = Math.max(this.#peakKib, kib);
  }

  /** Looks at the processes as they are now, and ends them where they hold too much. */
  sample(): void {
    if (canLimitMemory && !this.#hasEnded) this.#look();
  }

  /** Ends the watch. */
  stop(): void {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
  }

  #lookAgain(afterMs: number): void {
    this.#timer = setTimeout(() => {
      if (performance.now() - this.#searchedAtMs >= longestIntervalMs) this.#search();
      const roomKib = this.#look();
      if (!this.#hasEnded && !this.#hasExceeded) this.#lookAgain(intervalMs(roomKib));
    }, afterMs).unref();
  }

  /** Finds the descendants. One whose parent has ended stays known. */
  #search(): void {
    this.#searchedAtMs = performance.now();
    for (const pid of this.#limit.strays?.() ?? []) if (pid !== this.#leaderPid) this.#descendants.add(pid);
    const open = [this.#leaderPid, ...this.#descendants];
    for (const pid of open) {
      for (const child of childrenOf(pid)) {
        if (child === this.#leaderPid || this.#descendants.has(child)) continue;
        this.#descendants.add(child);
        open.push(child);
      }
    }
  }

  /** @returns how much may still be filled, in KiB */
  #look(): number {
    let residentKib = 0;
    let heldKib = 0;
    for (const pid of [this.#leaderPid, ...this.#descendants]) {
      const memory = processMemory(pid);
      if (memory === undefined) {
        this.#descendants.delete(pid);
        continue;
      }
      residentKib += memory.residentKib;
      heldKib += memory.heldKib;
      if (pid === this.#leaderPid) this.report(memory.peakKib);
    }
    this.report(residentKib);
    const limitKib = this.#limit.limitMiB * 1024;
    if (heldKib <= limitKib) return limitKib - heldKib;
    if (this.#descendants.size > 0) {
      const togetherKib = heldTogetherKib([this.#leaderPid, ...this.#descendants]);
      if (togetherKib <= limitKib) return Math.max(limitKib - togetherKib, longestIntervalMs * growthKibPerMs);
    }
    if (!this.#hasExceeded) {
      this.#hasExceeded = true;
      this.#limit.onExceeded();
    }
    return 0;
  }
}

function intervalMs(roomKib: number): number {
  return Math.min(longestIntervalMs, Math.max(shortestIntervalMs, roomKib / growthKibPerMs));
}
