import type { ChildProcess } from 'node:child_process';
import { spawnGroup } from './process-group.js';

/**
 * Waits for the end of the pipe, which means that the parent has ended, and then ends the group whose leader the first line
 * named.
 */
const script = 'read -r group && { read -r _; kill -s KILL -- "-$group"; } 2>/dev/null';

/**
 * How long a process runs before it is watched over, in ms. Starting the shell takes as long as a short invocation, most of which
 * are over by then.
 */
const startsAfterMs = 20;

/**
 * Makes sure that a process group does not outlive this process, even if that is killed by SIGKILL: a shell in a session of
 * its own reads from a pipe that only this process can write to. POSIX only; on Windows it does nothing.
 */
export class Watchdog {
  #shell: ChildProcess | undefined;
  #starting: NodeJS.Timeout | undefined;

  private constructor(shell: ChildProcess | undefined) {
    this.#shell = shell;
  }

  /** Starts the watchdog; {@link Watchdog.guard} names the group. `trackingId` lets a runner find the shell. */
  static start(trackingId: string | undefined): Watchdog {
    return new Watchdog(process.platform === 'win32' ? undefined : startShell(trackingId));
  }

  /**
   * Starts one, a moment later, that guards the group which a child process leads; `environment` is that of the child, with what
   * lets a runner find it.
   * @returns `undefined` if the child could not be started
   */
  static over({ pid }: ChildProcess, environment: Readonly<Record<string, string>>): Watchdog | undefined {
    if (pid === undefined) return undefined;
    const watchdog = new Watchdog(undefined);
    if (process.platform === 'win32') return watchdog;
    watchdog.#starting = setTimeout(() => {
      watchdog.#shell = startShell(environment['RUNNER_TRACKING_ID']);
      watchdog.guard(pid);
    }, startsAfterMs).unref();
    return watchdog;
  }

  /** Names the group to end. */
  guard(leaderPid: number): void {
    this.#shell?.stdin?.write(`${leaderPid}\n`);
  }

  /** Ends the watchdog. Call it once the group has ended. */
  stop(): void {
    clearTimeout(this.#starting);
    this.#shell?.kill('SIGKILL');
    this.#shell?.stdin?.destroy();
  }
}

function startShell(trackingId: string | undefined): ChildProcess {
  const shell = spawnGroup('/bin/sh', ['-c', script], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: trackingId === undefined ? {} : { RUNNER_TRACKING_ID: trackingId },
  });
  shell.on('error', () => {});
  shell.stdin?.on('error', () => {});
  shell.unref();
  (shell.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null)?.unref?.();
  return shell;
}
