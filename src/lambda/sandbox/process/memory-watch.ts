import { nowMs } from '../../../process/now.js';
import { childrenOf, heldTogetherKib, type ProcessMemory, ProcessMemoryView, processMemory } from './process-memory.js';

/** Whether this system can tell the memory of a process tree, so that a limit can be enforced. */
export const canLimitMemory = process.platform === 'linux';

/** How fast memory can fill, in KiB per ms: the less is left, the sooner the memory is measured again. */
const growthKibPerMs = 2 * 1024;

const shortestIntervalMs = 10;
const longestIntervalMs = 100;

/** The memory limit of a sandbox, and what to do once it is exceeded. */
export interface MemoryLimit {
  readonly limitMiB: number;
  /** Called once. */
  readonly onExceeded: () => void;
  /** Finds the processes that belong to the sandbox but have left the leader's process tree. */
  readonly strays?: () => readonly number[];
}

/**
 * Watches the memory of a process and of all that it starts. On Linux it reads `/proc` from time to time; elsewhere it knows
 * only what the runtime reports about itself ({@link MemoryWatch.report}), and enforces no limit.
 *
 * The limit is for memory that the kernel can't free by itself: before Lambda's kernel ends a process, it drops the pages of
 * programs, libraries and mapped files. The peak includes those pages, as Lambda's `Max Memory Used` does.
 */
export class MemoryWatch {
  #leaderPid: number | undefined;
  #leader: ProcessMemoryView | undefined;
  #reaperPid: number | undefined;
  readonly #limit: MemoryLimit;
  readonly #descendants = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #searchedAtMs = nowMs();
  #peakKib = 0;
  #hasExceeded = false;
  #hasEnded = false;

  /** @param leaderPid `undefined` until {@link MemoryWatch.follow} tells it */
  constructor(leaderPid: number | undefined, limit: MemoryLimit) {
    this.#leaderPid = leaderPid;
    this.#limit = limit;
    if (canLimitMemory) this.#lookAgain(longestIntervalMs);
  }

  /** The peak, in MiB. Where a limit is enforced, the peak is never above it, even if a late measurement was. */
  get peakMiB(): number {
    const peakMiB = Math.ceil(this.#peakKib / 1024);
    if (this.#hasExceeded) return this.#limit.limitMiB;
    return canLimitMemory ? Math.min(peakMiB, this.#limit.limitMiB) : peakMiB;
  }

  /** Whether the limit was exceeded, so that the processes were ended. */
  get hasExceeded(): boolean {
    return this.#hasExceeded;
  }

  /**
   * Watches this process from now on.
   * @param reaperPid the parent of those that have lost theirs, which is not counted itself
   */
  follow(leaderPid: number, reaperPid: number): void {
    this.#closeLeader();
    this.#leaderPid = leaderPid;
    this.#reaperPid = reaperPid;
  }

  /** Counts another process, which the leader did not start, and all that it starts. */
  include(pid: number): void {
    this.#descendants.add(pid);
  }

  /** Takes the peak that the runtime reports about itself. */
  report(kib: number): void {
    this.#peakKib = Math.max(this.#peakKib, kib);
  }

  /** Measures the processes now, and ends them if they use too much. */
  sample(): void {
    if (canLimitMemory && !this.#hasEnded) this.#look();
  }

  /** Ends the watch. */
  stop(): void {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    this.#closeLeader();
  }

  #closeLeader(): void {
    this.#leader?.close();
    this.#leader = undefined;
  }

  #lookAgain(afterMs: number): void {
    this.#timer = setTimeout(() => {
      if (nowMs() - this.#searchedAtMs >= longestIntervalMs) this.#search();
      const roomKib = this.#look();
      if (!this.#hasEnded && !this.#hasExceeded) this.#lookAgain(intervalMs(roomKib));
    }, afterMs).unref();
  }

  /** Finds the descendants, and remembers them, so that one whose parent has ended is still counted. */
  #search(): void {
    this.#searchedAtMs = nowMs();
    for (const pid of this.#limit.strays?.() ?? []) if (pid !== this.#leaderPid) this.#descendants.add(pid);
    const open = [...this.#pids(), ...(this.#reaperPid === undefined ? [] : [this.#reaperPid])];
    for (const pid of open) {
      for (const child of childrenOf(pid)) {
        if (child === this.#leaderPid || this.#descendants.has(child)) continue;
        this.#descendants.add(child);
        open.push(child);
      }
    }
  }

  #pids(): number[] {
    return this.#leaderPid === undefined ? [...this.#descendants] : [this.#leaderPid, ...this.#descendants];
  }

  #leaderMemory(pid: number): ProcessMemory | undefined {
    this.#leader ??= ProcessMemoryView.open(pid);
    return this.#leader?.read();
  }

  /**
   * @returns how much memory is left, in KiB
   */
  #look(): number {
    let residentKib = 0;
    let heldKib = 0;
    for (const pid of this.#pids()) {
      const memory = pid === this.#leaderPid ? this.#leaderMemory(pid) : processMemory(pid);
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
      const togetherKib = heldTogetherKib(this.#pids());
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
