import { readdirSync, readFileSync } from 'node:fs';
import { loadingLimitMs, loadingPollMs, startedWith } from './started-with.js';

/** How many times to look for strays again: one may start another while it is being ended. */
const maxRounds = 20;

/**
 * Finds the processes of a sandbox that have left both its process group and its process tree, as a daemon does, by a
 * variable of the environment that they were started with. Only Linux shows the environment; elsewhere none are found.
 */
export class Strays {
  readonly #settings: readonly string[];
  /**
   * Processes without the variable, which need not be checked again: a process could get it later only by `exec`, and then
   * its parent has it.
   */
  readonly #others = new Set<number>();

  /** @param settings each `NAME=value`, with a value that no other sandbox has */
  constructor(settings: readonly string[]) {
    this.#settings = settings;
  }

  /** The processes with one of the variables that run now, including those that have not left the sandbox's tree. */
  find(): number[] {
    return this.#look().found;
  }

  /** Ends them. */
  kill(): void {
    let waitedMs = 0;
    for (let round = 0; round < maxRounds; ) {
      const { found, areLoading } = this.#look();
      for (const pid of found) kill(pid);
      if (found.length > 0) round++;
      else if (!areLoading || waitedMs >= loadingLimitMs) return;
      else waitedMs += pause(loadingPollMs);
    }
  }

  /** Those that are known to be strays, and whether there are processes of which it is not known yet. */
  #look(): { readonly found: number[]; readonly areLoading: boolean } {
    if (process.platform !== 'linux') return { found: [], areLoading: false };
    let areLoading = false;
    const found = laterPids().filter((pid) => {
      if (this.#others.has(pid)) return false;
      const environment = startedWith(pid);
      if (environment === undefined) areLoading = true;
      const isStray = this.#settings.some((setting) => environment?.includes(setting));
      if (!isStray && environment !== undefined) this.#others.add(pid);
      return isStray;
    });
    return { found, areLoading };
  }
}

/**
 * The processes that were started after this one; all processes if the process ids have wrapped around since (proc(5),
 * `loadavg`).
 */
function laterPids(): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const newest = Number(readFileSync('/proc/loadavg', 'latin1').trim().split(' ').at(-1));
  return newest > process.pid ? pids.filter((pid) => pid > process.pid) : pids.filter((pid) => pid !== process.pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** Waits without giving anything else a turn: what it is waited for takes moments, and most often there is nothing. @returns `ms` */
function pause(ms: number): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  return ms;
}
