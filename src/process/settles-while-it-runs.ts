import { settlesWithin } from './settles-within.js';
import { statFields } from './stat-fields.js';

/** How often the limit is waited for at most, where the process did not get a processor all the while. */
const mostRepetitions = 20;
/** Milliseconds of one tick, in which the kernel counts the time of processes: `USER_HZ` is 100 on all architectures of Linux that run Node.js. */
const tickMs = 10;
/** The places of `utime` and `stime` (proc_pid_stat(5): its fields 14 and 15). */
const userTicks = 11;
const systemTicks = 12;

/** What a process does and has done, as the kernel says. */
export interface RunState {
  /** It has a processor, or waits for one. */
  readonly isRunnable: boolean;
  /** The time that it has had of processors, in ms. */
  readonly processorMs: number;
}

/**
 * Whether a promise that another process fulfils is fulfilled within `ms`. Where that process has no processor when the time is up, but
 * waits for one, it is waited for again, until it has had `ms` of a processor: a busy machine does not make it late.
 * @param look what the process does now; `undefined` where that is not known
 */
export async function settlesWhileItRuns(
  promise: Promise<unknown>,
  ms: number,
  look: () => RunState | undefined,
): Promise<boolean> {
  let firstMs: number | undefined;
  for (let repetitions = 0; repetitions < mostRepetitions; repetitions++) {
    if (await settlesWithin(promise, ms)) return true;
    const now = look();
    if (now === undefined || !now.isRunnable) return false;
    firstMs ??= now.processorMs;
    if (now.processorMs - firstMs >= ms) return false;
  }
  return false;
}

/** What a process of this system does. `undefined` on other systems than Linux, and where there is no such process. */
export function runState(pid: number | undefined): RunState | undefined {
  const fields = pid === undefined || process.platform !== 'linux' ? undefined : statFields(pid);
  if (fields === undefined) return undefined;
  const ticks = Number(fields[userTicks]) + Number(fields[systemTicks]);
  return Number.isNaN(ticks) ? undefined : { isRunnable: fields[0] === 'R', processorMs: ticks * tickMs };
}
