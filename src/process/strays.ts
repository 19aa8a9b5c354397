import { readdirSync, readFileSync } from 'node:fs';

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
    if (process.platform !== 'linux') return [];
    return laterPids().filter((pid) => {
      if (this.#others.has(pid)) return false;
      const environment = read(`/proc/${pid}/environ`).split('\0');
      const found = this.#settings.some((setting) => environment.includes(setting));
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

/**
 * The processes that were started after this one; all processes if the process ids have wrapped around since (proc(5),
 * `loadavg`).
 */
function laterPids(): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const newest = Number(read('/proc/loadavg').trim().split(' ').at(-1));
  return newest > process.pid ? pids.filter((pid) => pid > process.pid) : pids.filter((pid) => pid !== process.pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
