import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { deferred } from './deferred.js';
import type { EnclosedEnd, EnclosedProcess, EnclosedProgram, Enclosure, Stdio } from './enclosure.js';
import { endEnclosed, endGroup } from './end-group.js';
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
  /** The process itself; `undefined` if the system refuses its start. */
  readonly leader: ChildProcess | undefined;
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

/** How a group is started, and in what. */
export interface GroupOptions extends SpawnOptions {
  /** What encloses it, if something does. */
  readonly enclosure?: Enclosure | undefined;
}

/** Starts a program in a process group of its own. `onLeft` takes the processes that could not be ended. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: GroupOptions,
  onLeft: ReportLeft,
): GroupProcess {
  const { enclosure, ...spawnOptions } = options;
  let child: ChildProcess;
  let enclosed: EnclosedProcess | undefined;
  try {
    enclosed = enclosure?.start(...enclosedProgram(command, args, spawnOptions));
    child = enclosed?.child ?? spawnGroup(command, args, spawnOptions);
  } catch (error) {
    const gone = Promise.resolve<ChildEnd>({ kind: 'not-started', reason: (error as Error).message });
    return { stdio: [], pid: undefined, leader: undefined, gone, kill: () => {} };
  }
  let ending: Promise<void> | undefined;
  const { promise: gone, resolve } = deferred<ChildEnd>();
  const end = async (): Promise<void> => {
    const left = await (enclosed === undefined ? endGroup(child) : endEnclosed(enclosed));
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
    // Its report would be lost if the enclosure were left before.
    const how = enclosed === undefined ? exitOf(code, signal) : endOutside(await enclosed.ended);
    ending ??= end();
    // On Windows it takes a second to find what a process that ended by itself has left behind.
    if (process.platform !== 'win32') await ending;
    await settlesWithin(closed, drainMs);
    settle(how);
  });
  return {
    stdio: child.stdio,
    pid: child.pid,
    leader: child,
    gone,
    kill: () => {
      ending ??= end();
    },
  };
}

/** What an enclosure starts, and with which descriptors. */
function enclosedProgram(
  command: string,
  args: readonly string[],
  { cwd = '/', env = {}, stdio }: SpawnOptions,
): [EnclosedProgram, Stdio] {
  const streams = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio];
  const environment = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  const passed = streams.flatMap((_, index) => (index > 2 ? [index] : []));
  const program = { command, args, environment: environment as Record<string, string>, passed };
  return [{ ...program, workingDirectory: String(cwd) }, streams];
}

function exitOf(code: number | null, signal: NodeJS.Signals | null): ChildEnd {
  return signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal };
}

function endOutside(end: EnclosedEnd): ChildEnd {
  if (end.kind === 'refused') return { kind: 'not-started', reason: end.code };
  return end.kind === 'failed' ? { kind: 'not-started', reason: end.reason } : end;
}

/** How a process ended, as a phrase: `exit code 3`. */
export function endPhrase(end: ChildEnd): string {
  if (end.kind === 'exit') return `exit code ${end.code}`;
  return end.kind === 'signal' ? `signal ${end.signal}` : end.reason;
}
