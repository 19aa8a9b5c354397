import type { Readable } from 'node:stream';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Enclosure } from '../process/enclosure.js';
import { startGroup } from '../process/group-process.js';
import { leftBehind } from '../process/left-process.js';

/** A compiler to run as a program. */
export interface CompilerRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What it compiles, for messages, such as `src/hello.ts`. */
  readonly subject: string;
  /** What encloses it, if something does. */
  readonly enclosure?: Enclosure | undefined;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
  /** How long it may take, in ms; by default a minute. */
  readonly timeoutMs?: number;
}

/** What a compiler printed, and how it ended. */
export interface CompilerOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** What it wrote to file descriptor 3. */
  readonly answer: string;
  /** The exit code, or the signal or reason because of which it ended. */
  readonly end: number | string;
}

const defaultTimeoutMs = 60_000;

/**
 * Runs a compiler to its end, in a process group of its own, which has ended when this settles.
 * @throws UserError where it takes too long
 * @throws the signal's reason where it was aborted
 */
export async function runCompiler(run: CompilerRun): Promise<CompilerOutput> {
  run.signal.throwIfAborted();
  const { timeoutMs = defaultTimeoutMs } = run;
  const child = startGroup(
    run.command,
    run.args,
    {
      cwd: run.workingDirectory,
      env: run.environment,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      enclosure: run.enclosure,
    },
    (left) => run.report(leftBehind(left, `the compiler of ${run.subject}`)),
  );
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill();
  }, timeoutMs);
  run.signal.addEventListener('abort', child.kill);
  const collected = [1, 2, 3].map((descriptor) => collect(child.stdio[descriptor] as Readable | null | undefined));
  const gone = await child.gone;
  const end = gone.kind === 'exit' ? gone.code : gone.kind === 'signal' ? gone.signal : gone.reason;
  clearTimeout(timer);
  run.signal.removeEventListener('abort', child.kill);
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

function collect(stream: Readable | null | undefined): () => string {
  const pieces: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => pieces.push(chunk));
  return () => Buffer.concat(pieces).toString('utf8');
}
