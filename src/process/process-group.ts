import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const windows = process.platform === 'win32';

/** The leaders of the groups that run, as far as they were started here. */
const leaders = new Set<number>();

/**
 * Starts a program as the leader of a process group of its own, so that it can be ended with everything it starts.
 * Windows has no process groups: there {@link killGroup} ends the process tree.
 */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !windows, windowsHide: true });
  const { pid } = child;
  if (pid !== undefined) {
    leaders.add(pid);
    child.once('exit', () => leaders.delete(pid));
  }
  return child;
}

/** The processes that {@link spawnGroup} has started and that have not ended. */
export function startedLeaders(): ReadonlySet<number> {
  return leaders;
}

/**
 * Sends a signal to every process of the group that `leaderPid` leads (or led).
 * @returns whether there was anyone to receive it; on Windows, whether the attempt could be made.
 */
export function killGroup(leaderPid: number, signal: NodeJS.Signals = 'SIGKILL'): boolean {
  if (windows) {
    const taskkill = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    spawn(taskkill, ['/pid', String(leaderPid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => {},
    );
    return true;
  }
  try {
    process.kill(-leaderPid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Whether any process of the group is left that can still run: a zombie that nobody has reaped does not count. */
export function groupIsRunning(leaderPid: number): boolean {
  if (windows) return false;
  try {
    process.kill(-leaderPid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || hasRunningMember(leaderPid);
}

/** Looks through `/proc` for a process of the group that is not a zombie (proc(5): the fields after the name of `stat`). */
function hasRunningMember(leaderPid: number): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3);
      return Number(group) === leaderPid && state !== 'Z' && state !== 'X';
    } catch {
      return false;
    }
  });
}
