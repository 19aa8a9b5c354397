import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { killGroup, spawnGroup } from './process-group.js';

/** How a JavaScript module of the project is run. */
export interface ProjectModuleOptions {
  /** Absolute path of the module: `.js`, `.mjs` or `.cjs`. */
  readonly file: string;
  /** What the module is to the user, for messages, such as `event file`. */
  readonly role: string;
  /** The folder of the bootstraps. */
  readonly runtimes: string;
  /** The whole environment of the child. */
  readonly environment: Readonly<Record<string, string>>;
  /** The working folder of the child. */
  readonly workingDirectory: string;
  /** How long it may take, 30 s where nothing is said. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
  /** Takes what the module prints. A promise holds further pieces back until it settles. */
  readonly onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void | Promise<void>;
}

const defaultTimeoutMs = 30_000;
/** The largest answer that is taken, in bytes. */
const maxAnswerBytes = 64 * 1024 * 1024;
/** How long the pipes are read on after the child has ended, in ms: somebody else may hold them. */
const drainMs = 500;

/**
 * Runs a module of the project in a child process, and gives what it exports by default, or what that returns where it
 * is a function, as JSON text. The child is gone, with everything it started, when this settles.
 * @throws UserError where the module throws, hangs, ends early, or gives what JSON cannot say.
 */
export async function evaluateModule(options: ProjectModuleOptions): Promise<string> {
  options.signal.throwIfAborted();
  const { answer, ending } = await runChild(options);
  if (ending.kind === 'aborted') throw options.signal.reason;
  if (ending.kind === 'timeout') {
    throw failure(options, `did not end within ${(options.timeoutMs ?? defaultTimeoutMs) / 1000} s`, undefined);
  }
  if (ending.kind === 'too-large') throw failure(options, `gives more than ${maxAnswerBytes} bytes of JSON`, undefined);
  const value = parsed(answer.slice(1));
  if (answer.startsWith('R') && value !== undefined) return answer.slice(1);
  if (answer.startsWith('E') && value !== undefined) throw thrownFailure(options, value as ThrownError);
  throw failure(options, `ended before it gave its value (${ending.how})`, undefined);
}

type Ending = { kind: 'ended'; how: string } | { kind: 'timeout' } | { kind: 'too-large' } | { kind: 'aborted' };

function runChild(options: ProjectModuleOptions): Promise<{ answer: string; ending: Ending }> {
  const { file, runtimes, environment, workingDirectory, timeoutMs = defaultTimeoutMs, signal } = options;
  const child = spawnGroup(process.execPath, [join(runtimes, 'node', 'evaluate.mjs'), file], {
    cwd: workingDirectory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const pieces: Buffer[] = [];
  let answerBytes = 0;
  let forced: Ending | undefined;

  const end = (how: Ending) => {
    forced ??= how;
    if (child.pid !== undefined) killGroup(child.pid);
  };
  const onAbort = () => end({ kind: 'aborted' });
  const timer = setTimeout(() => end({ kind: 'timeout' }), timeoutMs);
  signal.addEventListener('abort', onAbort);

  if (child.stdout) forward(child.stdout, (chunk) => options.onOutput(chunk, 'stdout'));
  if (child.stderr) forward(child.stderr, (chunk) => options.onOutput(chunk, 'stderr'));
  const answers = child.stdio[3] as Readable;
  answers.on('data', (chunk: Buffer) => {
    answerBytes += chunk.length;
    if (answerBytes > maxAnswerBytes) end({ kind: 'too-large' });
    else pieces.push(chunk);
  });

  return new Promise((resolve) => {
    let settled = false;
    const settle = (how: string) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      for (const stream of [child.stdout, child.stderr, answers]) stream?.destroy();
      resolve({ answer: Buffer.concat(pieces).toString(), ending: forced ?? { kind: 'ended', how } });
    };
    child.on('error', (error) => settle(error.message));
    child.on('exit', (code, killedBy) => {
      if (child.pid !== undefined) killGroup(child.pid);
      const how = killedBy === null ? `exit code ${code}` : `signal ${killedBy}`;
      const drained = setTimeout(() => settle(how), drainMs);
      child.on('close', () => {
        clearTimeout(drained);
        settle(how);
      });
    });
  });
}

function forward(stream: Readable, take: (chunk: Buffer) => void | Promise<void>): void {
  stream.on('data', (chunk: Buffer) => {
    const taken = take(chunk);
    if (taken === undefined) return;
    stream.pause();
    taken.then(
      () => stream.resume(),
      () => stream.resume(),
    );
  });
}

/** What the child tells of an error. The name is empty where what was thrown is no `Error`. */
interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

function thrownFailure(options: ProjectModuleOptions, { name, message, stack }: ThrownError): UserError {
  const location = placeIn(options.file, stack);
  const place = location?.line === undefined ? '' : ` at line ${location.line}`;
  return failure(options, `failed${place}: ${name === '' ? message : `${name}: ${message}`}`, location);
}

/** The topmost place of a stack that lies in the file itself, which a stack names by its path or by its URL. */
function placeIn(file: string, stack: string): SourceLocation | undefined {
  const names = [file, realpathSync(file)].flatMap((path) => [`${path}:`, `${pathToFileURL(path).href}:`]);
  for (const line of stack.split('\n')) {
    const name = names.find((candidate) => line.includes(candidate));
    if (name === undefined) continue;
    const match = /^(\d+)(?::(\d+))?/.exec(line.slice(line.indexOf(name) + name.length));
    if (match === null) continue;
    return { file, line: Number(match[1]), ...(match[2] === undefined ? {} : { column: Number(match[2]) }) };
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function failure(options: ProjectModuleOptions, what: string, location: SourceLocation | undefined): UserError {
  return new UserError({
    code: 'project-module-failed',
    message: `The ${options.role} ${displayPath(options.file)} ${what}.`.replace(/([.!?])\.$/, '$1'),
    hint: 'Its default export (or module.exports) must be the value, or a function that returns it.',
    location: location ?? { file: options.file },
  });
}
