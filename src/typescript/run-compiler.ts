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
    stdio: ['ignore', 'pipe', 'pipe'],
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
  const pieces = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout?.on('data', (chunk: Buffer) => pieces.stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => pieces.stderr.push(chunk));
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
  return {
    stdout: Buffer.concat(pieces.stdout).toString('utf8'),
    stderr: Buffer.concat(pieces.stderr).toString('utf8'),
    end,
  };
}
