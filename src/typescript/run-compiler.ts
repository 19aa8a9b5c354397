import type { Readable } from 'node:stream';
import { UserError } from '../diagnostics/user-error.js';
import { killGroup, spawnGroup } from '../process/process-group.js';

/** A compiler that is run as a program. */
export interface CompilerRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What is compiled, for messages, such as `src/hello.ts`. */
  readonly subject: string;
  readonly signal: AbortSignal;
  /** How long it may take, in ms; a minute where nothing is said. */
  readonly timeoutMs?: number;
}

/** What a compiler has printed, and how it ended. */
export interface CompilerOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** What came through file descriptor 3. */
  readonly answer: string;
  /** The exit code, or the signal or reason that it ended by. */
  readonly end: number | string;
}

const defaultTimeoutMs = 60_000;

/**
 * Runs a compiler to its end, in a process group of its own that is gone when this settles.
 * @throws UserError where it takes too long
 * @throws the signal's reason where it was aborted
 */
export async function runCompiler(run: CompilerRun): Promise<CompilerOutput> {
  run.signal.throwIfAborted();
  const { timeoutMs = defaultTimeoutMs } = run;
  const child = spawnGroup(run.command, run.args, {
    cwd: run.workingDirectory,
    env: run.environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let timedOut = false;
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, timeoutMs);
  run.signal.addEventListener('abort', kill);
  const collected = [1, 2, 3].map((descriptor) => collect(child.stdio[descriptor] as Readable | null));
  const end = await new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  clearTimeout(timer);
  run.signal.removeEventListener('abort', kill);
  run.signal.throwIfAborted();
  if (timedOut) {
    throw new UserError({
      code: 'compile-timeout',
      message: `Compiling ${run.subject} took longer than ${timeoutMs / 1000} s and was ended.`,
    });
  }
  const [stdout = '', stderr = '', answer = ''] = collected.map((read) => read());
  return { stdout, stderr, answer, end };
}

function collect(stream: Readable | null): () => string {
  const pieces: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => pieces.push(chunk));
  return () => Buffer.concat(pieces).toString('utf8');
}
