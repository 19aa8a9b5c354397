import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';

const windows = process.platform === 'win32';

/**
 * Starts a program as the leader of a process group of its own, so that it can be ended with everything it starts.
 * Windows has no process groups: there {@link killGroup} ends the process tree.
 */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { ...options, detached: !windows, windowsHide: true });
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

/** Whether any process of the group is left. A zombie that nobody has reaped yet counts. */
export function groupExists(leaderPid: number): boolean {
  if (windows) return false;
  try {
    process.kill(-leaderPid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
