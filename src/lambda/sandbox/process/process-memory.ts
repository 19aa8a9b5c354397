import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { statFields } from '../../../process/stat-fields.js';

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
  return memoryIn(readProc(`${pid}/status`));
}

/** Longer than `/proc/pid/status` is, in bytes. */
const statusBytes = 8 * 1024;

/**
 * Looks at the memory of one process often: its file of `/proc` stays open, and is read anew each time. It never takes another
 * process for it that has got its number.
 */
export class ProcessMemoryView {
  readonly #descriptor: number;

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** @returns `undefined` where the process has ended, or the system has no such files */
  static open(pid: number): ProcessMemoryView | undefined {
    try {
      return new ProcessMemoryView(openSync(`/proc/${pid}/status`, 'r'));
    } catch {
      return undefined;
    }
  }

  /** The memory of the process now; `undefined` if it has ended. */
  read(): ProcessMemory | undefined {
    try {
      const bytes = readSync(this.#descriptor, statusText, 0, statusBytes, 0);
      return memoryIn(statusText.toString('latin1', 0, bytes));
    } catch {
      return undefined;
    }
  }

  /** Call it once, after the last look. */
  close(): void {
    closeSync(this.#descriptor);
  }
}

const statusText = Buffer.allocUnsafe(statusBytes);

function memoryIn(status: string): ProcessMemory | undefined {
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

/** Some processes, their children, the children of these, and so on. Linux only. */
export function withDescendants(roots: readonly number[]): number[] {
  const found = [...new Set(roots)];
  // The list grows while it is walked.
  for (const pid of found) found.push(...childrenOf(pid).filter((child) => !found.includes(child)));
  return found;
}

/**
 * When a process was started, by which it can be told from another one that has its number later: proc(5), the 22nd field of `stat`.
 * @returns `undefined` if there is none
 */
export function startOf(pid: number): string | undefined {
  return statFields(pid)?.[19];
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function field(text: string, name: string): number {
  const start = text.indexOf(`\n${name}:`);
  return start === -1 ? 0 : Number.parseInt(text.slice(start + name.length + 2, start + name.length + 24), 10) || 0;
}

/** The text of a file of `/proc`; empty if the process has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'latin1');
  } catch {
    return '';
  }
}
