import { readFileSync } from 'node:fs';

/**
 * Measures the peak memory of a process and its descendants, in KiB. On Linux it reads `/proc`; elsewhere it knows only what
 * the runtime says of itself ({@link PeakMemory.report}).
 */
export class PeakMemory {
  readonly #leaderPid: number;
  #peakKib = 0;

  constructor(leaderPid: number) {
    this.#leaderPid = leaderPid;
  }

  get peakMiB(): number {
    return Math.ceil(this.#peakKib / 1024);
  }

  /** Takes what the runtime says of its own peak. */
  report(kib: number): void {
    this.#peakKib = Math.max(this.#peakKib, kib);
  }

  /** Looks at the tree as it is now. The leader's own peak counts in full, its descendants with what they hold. */
  sample(): void {
    if (process.platform !== 'linux') return;
    let totalKib = 0;
    for (const [index, pid] of tree(this.#leaderPid).entries()) {
      const status = readProc(`${pid}/status`);
      const resident = field(status, 'VmRSS');
      totalKib += resident;
      if (index === 0) this.report(field(status, 'VmHWM'));
    }
    this.report(totalKib);
  }
}

/** A process and its descendants. */
function tree(leaderPid: number): number[] {
  const pids = [leaderPid];
  for (const pid of pids) {
    for (const child of readProc(`${pid}/task/${pid}/children`).split(' ')) {
      if (child !== '') pids.push(Number(child));
    }
  }
  return pids;
}

function field(status: string, name: string): number {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status);
  return match?.[1] === undefined ? 0 : Number(match[1]);
}

/** A file of `/proc`, empty where the process has just gone. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'latin1');
  } catch {
    return '';
  }
}
