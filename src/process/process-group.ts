import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { startProgram } from '../host/start-program.js';
import { statFields } from './stat-fields.js';

const windows = process.platform === 'win32';

/** The leaders of the running groups that were started here. */
const leaders = new Set<number>();

/**
 * Starts a program as the leader of a process group of its own, so that it can be ended with everything it starts. Windows
 * has no process groups: there the process tree takes its place.
 * @throws Error if the system refuses it, unless the program does not exist or may not be run
 */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = startProgram(command, args, { ...options, detached: !windows });
  const { pid } = child;
  if (pid !== undefined) {
    leaders.add(pid);
    child.once('exit', () => leaders.delete(pid));
  }
  return child;
}

/** The processes started by {@link spawnGroup} that have not ended yet. */
export function startedLeaders(): ReadonlySet<number> {
  return leaders;
}

/** What is known of a process and its end. */
export type KnownProcess = Pick<ChildProcess, 'pid' | 'exitCode' | 'signalCode'>;

/** Whether a process is known to have ended. */
export function hasEnded({ exitCode, signalCode }: KnownProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/**
 * Sends a signal to every process of the group that `leaderPid` leads (or led), except those that we may not signal. POSIX
 * only.
 */
export function signalGroup(leaderPid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leaderPid, signal);
  } catch {
    // No process is left, or none that we may signal.
  }
}

/** Whether any process of the group still runs. Zombies, which nobody has reaped yet, do not count. POSIX only. */
export function groupIsRunning(leaderPid: number): boolean {
  try {
    process.kill(-leaderPid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return process.platform !== 'linux' || runningMembers(leaderPid).length > 0;
}

/** The processes of a group that are no zombies. Linux only, by `/proc` (proc(5): the fields after the name of `stat`). */
export function runningMembers(leaderPid: number): number[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    const [state, , group] = statFields(Number(pid)) ?? [];
    return Number(group) === leaderPid && state !== 'Z' && state !== 'X' ? [Number(pid)] : [];
  });
}
