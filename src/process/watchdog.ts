import type { ChildProcess } from 'node:child_process';
import { spawnGroup } from './process-group.js';

/** Waits for the pipe's end, which is the parent's end, and then ends the group whose leader the first line named. */
const script = 'read -r group && { read -r _; kill -s KILL -- "-$group"; } 2>/dev/null';

/**
 * Sees to it that a process group does not outlive this process, not even its SIGKILL: a shell of its own session holds
 * the reading end of a pipe that only this process can write to. POSIX only; on Windows it does nothing.
 */
export class Watchdog {
  readonly #shell: ChildProcess | undefined;

  private constructor(shell: ChildProcess | undefined) {
    this.#shell = shell;
  }

  /** Starts the watch; {@link Watchdog.guard} says over whom. `trackingId` lets a runner find the shell. */
  static start(trackingId: string | undefined): Watchdog {
    if (process.platform === 'win32') return new Watchdog(undefined);
    const shell = spawnGroup('/bin/sh', ['-c', script], {
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
      env: trackingId === undefined ? {} : { RUNNER_TRACKING_ID: trackingId },
    });
    shell.on('error', () => {});
    shell.stdin?.on('error', () => {});
    shell.unref();
    (shell.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null)?.unref?.();
    return new Watchdog(shell);
  }

  /** Names the group to end. */
  guard(leaderPid: number): void {
    this.#shell?.stdin?.write(`${leaderPid}\n`);
  }

  /** Ends the watch, once the group is gone. */
  stop(): void {
    this.#shell?.kill('SIGKILL');
    this.#shell?.stdin?.destroy();
  }
}
