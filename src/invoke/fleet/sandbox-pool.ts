import type { BoundedLog } from '../bounded-log.js';
import type { FunctionSandbox } from '../function-sandbox.js';

/** A sandbox that takes one event after the other, and the log of the one that it has. */
export interface PooledSandbox {
  /** What tells the sandboxes apart that can't stand for each other. */
  readonly key: string;
  readonly sandbox: FunctionSandbox;
  readonly log: BoundedLog;
}

/** No more invocations may run at a time. */
export class PoolExhausted extends Error {}

/** Sandboxes that stay warm: each new event takes one that is idle, or a new one up to a limit for all functions together. */
export class SandboxPool implements AsyncDisposable {
  readonly #limit: number;
  /** The sandbox that was idle for the longest time comes first. */
  #idle: PooledSandbox[] = [];
  readonly #busy = new Set<PooledSandbox>();
  /** How many are being opened. */
  #opening = 0;
  #waiting: (() => void)[] = [];
  #isClosed = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Takes a sandbox, until it is given back.
   * @param waits whether it waits where the limit is reached
   * @throws PoolExhausted where the limit is reached, or the pool is closed
   */
  async lease(key: string, open: () => Promise<PooledSandbox>, waits: boolean): Promise<PooledSandbox> {
    for (;;) {
      if (this.#isClosed) throw new PoolExhausted();
      const warm = this.#idle.findLast((each) => each.key === key);
      if (warm !== undefined) {
        this.#idle = this.#idle.filter((each) => each !== warm);
        this.#busy.add(warm);
        return warm;
      }
      if (this.#busy.size + this.#opening < this.#limit) break;
      if (!waits) throw new PoolExhausted();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#opening += 1;
    try {
      await this.#makeRoom();
      const opened = await open();
      this.#busy.add(opened);
      return opened;
    } finally {
      this.#opening -= 1;
    }
  }

  /** Gives a sandbox back, for the next event. */
  giveBack(pooled: PooledSandbox): void {
    if (!this.#busy.delete(pooled)) return;
    this.#idle.push(pooled);
    this.#waiting.shift()?.();
  }

  /** Ends all sandboxes, also those that run. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    const all = [...this.#idle, ...this.#busy];
    this.#idle = [];
    this.#busy.clear();
    for (const wake of this.#waiting) wake();
    await Promise.all(all.map(({ sandbox }) => sandbox[Symbol.asyncDispose]()));
  }

  /** Ends the sandbox that was idle for the longest time, where there would be too many. */
  async #makeRoom(): Promise<void> {
    if (this.#idle.length + this.#busy.size + this.#opening <= this.#limit) return;
    await this.#idle.shift()?.sandbox[Symbol.asyncDispose]();
  }
}
