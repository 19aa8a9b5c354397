import type { ChildProcess, ChildProcessByStdio, SpawnOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { startProgram } from '../host/start-program.js';

/** A program, and how far it is waited for. */
export interface ProgramRun {
  /** A name that is looked for on `PATH`, or a path. */
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: Pick<SpawnOptions, 'cwd' | 'env'>;
  /** How long it may take, in ms. */
  readonly limitMs: number;
  /** How long it may take to end when it is asked to, in ms; by default it is killed without being asked. */
  readonly graceMs?: number;
  /** The largest output that is accepted of each stream, in bytes; 16 MiB by default. */
  readonly maxBytes?: number;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** How a program ended. What has to be killed is not waited for: `expired`, `aborted` and `too-large`. */
export type ProgramEnd =
  | {
      readonly kind: 'exit';
      readonly code: number;
      readonly stdout: string;
      readonly stderr: string;
      readonly pid: number;
    }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'not-started'; readonly error: NodeJS.ErrnoException }
  | { readonly kind: 'expired' | 'aborted' | 'too-large' };

const defaultMaxBytes = 16 * 1024 * 1024;

/**
 * Runs a program with an empty standard input, and collects what it prints. Neither a program that can't be ended nor one that
 * holds its pipes open is waited for longer than the limit.
 */
export function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  const { limitMs, graceMs = 0, maxBytes = defaultMaxBytes, signal } = run;
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ kind: 'aborted' });
    const child = start(run);
    if (child instanceof Error) return resolve({ kind: 'not-started', error: child });
    let forced: ProgramEnd | undefined;
    let timer: NodeJS.Timeout | undefined;
    const settle = (end: ProgramEnd): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(forced ?? end);
    };
    const giveUp = (): void => {
      abandon(child);
      settle({ kind: 'expired' });
    };
    const force = (end: ProgramEnd, patienceMs: number): void => {
      forced ??= end;
      clearTimeout(timer);
      if (patienceMs > 0) {
        child.kill();
        timer = setTimeout(giveUp, patienceMs);
      } else giveUp();
    };
    timer = setTimeout(() => force({ kind: 'expired' }, graceMs), limitMs);
    const onAbort = (): void => force({ kind: 'aborted' }, graceMs);
    signal?.addEventListener('abort', onAbort);
    const tooLarge = (): void => force({ kind: 'too-large' }, 0);
    const stdout = collect(child.stdout, maxBytes, tooLarge);
    const stderr = collect(child.stderr, maxBytes, tooLarge);
    child.on('error', (error) => {
      if (child.pid === undefined) settle({ kind: 'not-started', error });
    });
    child.on('close', (code, killedBy) => {
      if (killedBy !== null) settle({ kind: 'signal', signal: killedBy });
      else settle({ kind: 'exit', code: code ?? 0, stdout: stdout(), stderr: stderr(), pid: child.pid ?? -1 });
    });
  });
}

/** The error is that of a start which the system refuses at once. */
function start({ command, args, options }: ProgramRun): ChildProcessByStdio<null, Readable, Readable> | Error {
  try {
    const child = startProgram(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    return child as ChildProcessByStdio<null, Readable, Readable>;
  } catch (error) {
    return error as Error;
  }
}

/** Kills a process, and lets go of it. */
function abandon(child: ChildProcess): void {
  child.kill('SIGKILL');
  for (const stream of child.stdio) stream?.destroy();
  child.unref();
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number, tooLarge: () => void): () => string {
  const pieces: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > maxBytes) tooLarge();
    else pieces.push(piece);
  });
  return () => Buffer.concat(pieces).toString();
}
