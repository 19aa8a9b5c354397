import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { deferred } from './deferred.js';
import { endGroup } from './end-group.js';
import type { ReportLeft } from './left-process.js';
import { hasEnded, spawnGroup } from './process-group.js';
import { settlesWithin } from './settles-within.js';

/** How a child process ended, or why it could not be started. */
export type ChildEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'not-started'; readonly reason: string };

/** A child process in a group of its own. Waiting for its end always has a limit. */
export interface GroupProcess {
  /** Its pipes, by the numbers of their descriptors; none if it could not be started. */
  readonly stdio: readonly (Readable | Writable | null | undefined)[];
  /** `undefined` if it could not be started. */
  readonly pid: number | undefined;
  /**
   * Settles when the process and everything that it started have ended, and its pipes were read to their end. Neither
   * another process that holds the pipes nor one that can't be ended is waited for.
   */
  readonly gone: Promise<ChildEnd>;
  /** Ends it and its group at once. */
  kill(): void;
}

/** How long pipes are still read after the process has ended, in ms: another process may hold them open. */
export const drainMs = 500;

/** Starts a program in a process group of its own. `onLeft` takes the processes that could not be ended. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  onLeft: ReportLeft,
): GroupProcess {
  let child: ChildProcess;
  try {
    child = spawnGroup(command, args, options);
  } catch (error) {
    const gone = Promise.resolve<ChildEnd>({ kind: 'not-started', reason: (error as Error).message });
    return { stdio: [], pid: undefined, gone, kill: () => {} };
  }
  let ending: Promise<void> | undefined;
  const { promise: gone, resolve } = deferred<ChildEnd>();
  const end = async (): Promise<void> => {
    const left = await endGroup(child);
    if (left.length > 0) onLeft(left);
    if (!hasEnded(child)) settle({ kind: 'signal', signal: 'SIGKILL' });
  };
  const settle = (how: ChildEnd): void => {
    for (const stream of child.stdio) stream?.destroy();
    resolve(how);
  };
  child.on('error', (error) => {
    if (child.pid === undefined) settle({ kind: 'not-started', reason: error.message });
  });
  child.on('exit', async (code, signal) => {
    const closed = new Promise((resolve) => child.once('close', resolve));
    ending ??= end();
    // On Windows it takes a second to find what a process that ended by itself has left behind.
    if (process.platform !== 'win32') await ending;
    await settlesWithin(closed, drainMs);
    settle(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal });
  });
  return {
    stdio: child.stdio,
    pid: child.pid,
    gone,
    kill: () => {
      ending ??= end();
    },
  };
}

/** How a process ended, as a phrase: `exit code 3`. */
export function endPhrase(end: ChildEnd): string {
  if (end.kind === 'exit') return `exit code ${end.code}`;
  return end.kind === 'signal' ? `signal ${end.signal}` : end.reason;
}
