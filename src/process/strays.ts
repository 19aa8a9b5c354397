import { readdirSync, readFileSync } from 'node:fs';

/** How often processes are looked for that a stray may have started while it was ended. */
const maxRounds = 20;

/**
 * The processes of a sandbox that have left both its process group and its process tree, as a daemon does: a setting in their
 * environment tells them. Only Linux shows it; elsewhere there are none to be found.
 */
export class Strays {
  readonly #setting: string;
  /** Processes that have it not: a process without it does not get it later, but by `exec`, and then its parent is known. */
  readonly #others = new Set<number>();

  /** @param setting `NAME=value`, of a value that no other sandbox has */
  constructor(setting: string) {
    this.#setting = setting;
  }

  /** Those that run now, and what has not left with them. */
  find(): number[] {
    if (process.platform !== 'linux') return [];
    return laterPids().filter((pid) => {
      if (this.#others.has(pid)) return false;
      const found = read(`/proc/${pid}/environ`).split('\0').includes(this.#setting);
      if (!found) this.#others.add(pid);
      return found;
    });
  }

  /** Ends them. */
  kill(): void {
    for (let round = 0; round < maxRounds; round++) {
      const pids = this.find();
      if (pids.length === 0) return;
      for (const pid of pids) kill(pid);
    }
  }
}

/** The processes that were started after this one, and all of them where the numbers have begun anew since (proc(5), `loadavg`). */
function laterPids(): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const newest = Number(read('/proc/loadavg').trim().split(' ').at(-1));
  return newest > process.pid ? pids.filter((pid) => pid > process.pid) : pids.filter((pid) => pid !== process.pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
