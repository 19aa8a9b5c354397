import type { ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';
import { spawnGroup } from './process-group.js';

/**
 * Reads lines, each of which names the leaders of all groups that are watched over at the time. At the end of the pipe, which means that
 * the parent has ended, it ends those of the last whole line.
 */
export const watchdogScript =
  'groups=; while read -r line; do groups=$line; done; for group in $groups; do kill -s KILL -- "-$group"; done 2>/dev/null';

/**
 * How long a process runs before a shell is started to watch over it, in ms. The start takes as long as a short invocation, most of
 * which are over by then.
 */
const startsAfterMs = 20;

/** How long the shell waits for another group once there is none, in ms. */
const idleMs = 5_000;

/** A process group that does not outlive this process. */
export interface WatchedGroup {
  /**
   * Lets go of it. Call it when the group has been sent the signal that ends it, in the same turn of the event loop: its number may be
   * another group's as soon as the end of its leader is seen.
   */
  release(): void;
}

interface Group {
  readonly leaderPid: number;
}

/**
 * The shell that ends process groups when this process has ended, even by SIGKILL: it is in a session of its own, and reads from a pipe
 * that only this process can write to. There is one for all groups, from a moment after the first until a while after the last. One
 * that is killed is replaced.
 */
class Watchdog {
  readonly #groups = new Set<Group>();
  #shell: ChildProcess | undefined;
  #starting: NodeJS.Timeout | undefined;
  #idling: NodeJS.Timeout | undefined;
  #trackingId: string | undefined;
  #endsWithUs = false;

  /** Starts the shell, if there is none. */
  start(trackingId: string | undefined): void {
    this.#trackingId = trackingId;
    if (this.#shell === undefined) this.#start();
    else if (this.#groups.size === 0) this.#endWhenIdle();
  }

  add(group: Group, trackingId: string | undefined): void {
    this.#groups.add(group);
    this.#trackingId = trackingId;
    if (this.#shell === undefined) this.#startSoon();
    else this.#tell(this.#shell);
  }

  remove(group: Group): void {
    if (!this.#groups.delete(group)) return;
    if (this.#shell !== undefined) this.#tell(this.#shell);
    else if (this.#groups.size === 0) this.#stopStarting();
  }

  #startSoon(): void {
    this.#starting ??= setTimeout(() => this.#start(), startsAfterMs).unref();
  }

  #stopStarting(): void {
    clearTimeout(this.#starting);
    this.#starting = undefined;
  }

  #start(): void {
    this.#stopStarting();
    const shell = startShell(this.#trackingId);
    if (shell === undefined) return;
    this.#shell = shell;
    const lose = (): void => {
      if (this.#shell === shell) this.#shell = undefined;
    };
    shell.on('error', lose);
    shell.once('exit', (_code, signal) => {
      lose();
      // One that ends by itself would do so again.
      if (signal !== null && this.#shell === undefined && this.#groups.size > 0) this.#startSoon();
    });
    this.#tell(shell);
    if (!this.#endsWithUs) process.once('exit', () => this.#groups.size === 0 && this.#shell?.kill('SIGKILL'));
    this.#endsWithUs = true;
  }

  /** Names all groups anew. A shell that does not take it, because it was stopped, would go on with some that are gone. */
  #tell(shell: ChildProcess): void {
    shell.stdin?.write(`${[...this.#groups].map(({ leaderPid }) => leaderPid).join(' ')}\n`);
    if (shell.stdin?.writableLength) shell.kill('SIGKILL');
    clearTimeout(this.#idling);
    if (this.#groups.size === 0) this.#endWhenIdle();
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idling);
    this.#idling = setTimeout(() => {
      this.#shell?.kill('SIGKILL');
      this.#shell?.stdin?.destroy();
      this.#shell = undefined;
    }, idleMs).unref();
  }
}

const watchdog = new Watchdog();

/**
 * Starts the watchdog at once, for a group whose program is the project's own from the beginning. POSIX only; on Windows it does
 * nothing.
 * @param environment that of the group, with what lets a runner find it
 */
export function startWatchdog(environment: Readonly<Record<string, string>>): void {
  if (process.platform !== 'win32') watchdog.start(environment['RUNNER_TRACKING_ID']);
}

/**
 * Watches over the group that a child process leads: at once where the watchdog runs, else from a moment later. POSIX only; on Windows
 * it does nothing.
 * @param environment that of the child, with what lets a runner find it
 * @returns `undefined` if the child could not be started
 */
export function watchOver(
  leader: Pick<ChildProcess, 'pid' | 'once'>,
  environment: Readonly<Record<string, string>>,
): WatchedGroup | undefined {
  const { pid } = leader;
  if (pid === undefined || process.platform === 'win32') return undefined;
  const group = { leaderPid: pid };
  const release = (): void => watchdog.remove(group);
  watchdog.add(group, environment['RUNNER_TRACKING_ID']);
  // As long as one of the group is left, its number is not given away.
  leader.once('exit', () => isGone(pid) && release());
  return { release };
}

function isGone(group: number): boolean {
  try {
    process.kill(-group, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** @returns `undefined` where the system refuses it: the groups are then not watched over */
function startShell(trackingId: string | undefined): ChildProcess | undefined {
  try {
    const shell = spawnGroup('/bin/sh', ['-c', watchdogScript], {
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
      env: trackingId === undefined ? {} : { RUNNER_TRACKING_ID: trackingId },
    });
    shell.unref();
    const pipe: (Writable & { unref?: () => void }) | null = shell.stdin;
    pipe?.on('error', () => {});
    pipe?.unref?.();
    return shell;
  } catch {
    return undefined;
  }
}
