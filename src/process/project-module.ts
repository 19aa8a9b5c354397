import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Enclosure } from './enclosure.js';
import { forwardOutput, type TakeOutput } from './forward-output.js';
import { endPhrase, startGroup } from './group-process.js';
import type { ReportLeft } from './left-process.js';
import { moduleFailure, type ThrownError, thrownFailure } from './thrown-error.js';

/** How to run a JavaScript module of the project. */
export interface ProjectModuleOptions {
  /** Absolute path of the module: `.js`, `.mjs`, `.cjs`, or another kind that Node can import with `nodeArgs`. */
  readonly file: string;
  /** Arguments for Node itself, such as those of a loader. */
  readonly nodeArgs?: readonly string[];
  /** The user's name for the module, for messages, such as `event file`. */
  readonly role: string;
  /** The folder of the bootstraps. */
  readonly runtimes: string;
  /** The whole environment of the child. */
  readonly environment: Readonly<Record<string, string>>;
  /** The working folder of the child. */
  readonly workingDirectory: string;
  /** What encloses it, if something does. */
  readonly enclosure?: Enclosure | undefined;
  /** How long it may take, by default 30 s. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
  readonly onOutput: TakeOutput;
  readonly onLeft: ReportLeft;
}

const defaultTimeoutMs = 30_000;
/** The largest answer that is accepted, in bytes. */
const maxAnswerBytes = 64 * 1024 * 1024;

/**
 * Runs a module of the project in a child process. Returns its default export, or the result of calling that if it is a
 * function, as JSON text. When this settles, the child and everything that it started have ended.
 * @throws UserError if the module throws, hangs, ends early, or returns something that JSON can't express
 */
export async function evaluateModule(options: ProjectModuleOptions): Promise<string> {
  options.signal.throwIfAborted();
  const { answer, ending } = await runChild(options);
  if (ending.kind === 'aborted') throw options.signal.reason;
  if (ending.kind === 'timeout') {
    throw moduleFailure(options, `did not end within ${(options.timeoutMs ?? defaultTimeoutMs) / 1000} s`);
  }
  if (ending.kind === 'too-large') throw moduleFailure(options, `gives more than ${maxAnswerBytes} bytes of JSON`);
  const value = parsed(answer.slice(1));
  if (answer.startsWith('R') && value !== undefined) return answer.slice(1);
  if (answer.startsWith('E') && value !== undefined) throw thrownFailure(options, value as ThrownError);
  throw moduleFailure(options, `ended before it gave its value (${ending.how})`);
}

type Ending = { kind: 'ended'; how: string } | { kind: 'timeout' } | { kind: 'too-large' } | { kind: 'aborted' };

async function runChild(options: ProjectModuleOptions): Promise<{ answer: string; ending: Ending }> {
  const {
    file,
    nodeArgs = [],
    runtimes,
    environment,
    workingDirectory,
    timeoutMs = defaultTimeoutMs,
    signal,
  } = options;
  const child = startGroup(
    process.execPath,
    [...nodeArgs, join(runtimes, 'node', 'evaluate.mjs'), file],
    {
      cwd: workingDirectory,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      enclosure: options.enclosure,
    },
    options.onLeft,
  );
  const pieces: Buffer[] = [];
  let answerBytes = 0;
  let forced: Ending | undefined;

  const end = (how: Ending) => {
    forced ??= how;
    child.kill();
  };
  const onAbort = () => end({ kind: 'aborted' });
  const timer = setTimeout(() => end({ kind: 'timeout' }), timeoutMs);
  signal.addEventListener('abort', onAbort);

  const [, stdout, stderr, answers] = child.stdio as [null, Readable?, Readable?, Readable?];
  if (stdout) forwardOutput(stdout, 'stdout', options.onOutput);
  if (stderr) forwardOutput(stderr, 'stderr', options.onOutput);
  answers?.on('data', (chunk: Buffer) => {
    answerBytes += chunk.length;
    if (answerBytes > maxAnswerBytes) end({ kind: 'too-large' });
    else pieces.push(chunk);
  });

  const how = endPhrase(await child.gone);
  clearTimeout(timer);
  signal.removeEventListener('abort', onAbort);
  return { answer: Buffer.concat(pieces).toString(), ending: forced ?? { kind: 'ended', how } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
