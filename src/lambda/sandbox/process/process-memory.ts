import { readdirSync, readFileSync } from 'node:fs';

/** The memory of one process, in KiB (proc(5), `/proc/pid/status`). */
export interface ProcessMemory {
  /** Everything that it has in memory, including pages of files. */
  readonly residentKib: number;
  /** The most that it ever had in memory. */
  readonly peakKib: number;
  /** What the kernel can't free without ending the process. Pages of files do not count, since they can be read again. */
  readonly heldKib: number;
}

/** The memory of a process now; `undefined` if it has ended, or the system has no `/proc`. */
export function processMemory(pid: number): ProcessMemory | undefined {
  const status = readProc(`${pid}/status`);
  const residentKib = field(status, 'VmRSS');
  if (residentKib === 0) return undefined;
  return {
    residentKib,
    peakKib: field(status, 'VmHWM'),
    heldKib: field(status, 'RssAnon') + field(status, 'RssShmem'),
  };
}

/**
 * The memory of several processes together, in KiB, counting once what forked processes share. The kernel takes milliseconds
 * for it, so it is measured only if the plain sum is over the limit.
 */
export function heldTogetherKib(pids: Iterable<number>): number {
  let totalKib = 0;
  for (const pid of pids) {
    const rollup = readProc(`${pid}/smaps_rollup`);
    totalKib +=
      rollup === '' ? (processMemory(pid)?.heldKib ?? 0) : field(rollup, 'Pss_Anon') + field(rollup, 'Pss_Shmem');
  }
  return totalKib;
}

/** The children of a process. A child belongs to the thread that started it. */
export function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) =>
    readProc(`${pid}/task/${thread}/children`)
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  );
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function field(text: string, name: string): number {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text);
  return match?.[1] === undefined ? 0 : Number(match[1]);
}

/** The text of a file of `/proc`; empty if the process has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'latin1');
  } catch {
    return '';
  }
}
