import { deferred } from '../../process/deferred.js';
import { nowMs } from '../../process/now.js';

/** A point in time to wait for. Disposing of it stops its timer; the wait then never settles. */
export interface Deadline extends Disposable {
  readonly expired: Promise<void>;
}

/** Time as a sandbox counts it, which stands still while it waits for something that Lambda has and this machine has not. */
export class SandboxClock {
  readonly #pauses: { readonly atMs: number; readonly ms: number }[] = [];
  readonly #running = new Set<{ stop(): void; start(): void }>();
  /** How many waits are under way, and when the first of them began. */
  #waits = 0;
  #sinceMs = 0;

  /** How long ago a moment of {@link nowMs} was, in ms, without the pauses since. */
  since(momentMs: number): number {
    const later = this.#pauses.filter(({ atMs }) => atMs >= momentMs);
    return nowMs() - momentMs - later.reduce((sum, { ms }) => sum + ms, 0);
  }

  /** A deadline `ms` from now. */
  deadlineIn(ms: number): Deadline {
    const { promise, resolve } = deferred<void>();
    let leftMs = ms;
    let startedAtMs = 0;
    let timer: NodeJS.Timeout | undefined;
    const running = {
      stop: (): void => {
        clearTimeout(timer);
        leftMs -= nowMs() - startedAtMs;
      },
      start: (): void => {
        startedAtMs = nowMs();
        timer = setTimeout(resolve, leftMs);
      },
    };
    if (this.#waits === 0) running.start();
    this.#running.add(running);
    return {
      expired: promise,
      [Symbol.dispose]: () => {
        clearTimeout(timer);
        this.#running.delete(running);
      },
    };
  }

  /** Stops the clock until the work is done. */
  async pausedFor<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#waits++ === 0) {
      this.#sinceMs = nowMs();
      for (const running of this.#running) running.stop();
    }
    try {
      return await work();
    } finally {
      if (--this.#waits === 0) {
        this.#pauses.push({ atMs: this.#sinceMs, ms: nowMs() - this.#sinceMs });
        for (const running of this.#running) running.start();
      }
    }
  }
}
