import { readdirSync, readFileSync } from 'node:fs';

/** What one process holds, in KiB (proc(5), `/proc/pid/status`). */
export interface ProcessMemory {
  /** All that it has in memory, the pages of files with it. */
  readonly residentKib: number;
  /** The most that it ever had. */
  readonly peakKib: number;
  /** What the kernel can't get back without ending it: pages of files are not counted, for they can be read again. */
  readonly heldKib: number;
}

/** What a process holds now; `undefined` where it is gone, or the system has no `/proc`. */
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
 * What some processes hold together, in KiB: what forked processes share is counted once. It takes the kernel milliseconds
 * to find out, so it is asked only where the plain sum is too much.
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

/** A file of `/proc`, empty where the process has just gone. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'latin1');
  } catch {
    return '';
  }
}
