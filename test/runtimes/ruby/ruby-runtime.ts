import { spawn } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { fixture, repositoryRoot } from '../../paths.js';
import { type Answer, type RuntimeApiStub, startRuntimeApi } from '../runtime-api-stub.js';
import type { Interpreter } from './interpreters.js';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running bootstrap, and the Runtime API that it is a client of. */
export interface RubyRuntime {
  readonly api: RuntimeApiStub;
  /** Sends an event (JSON, unless it is bytes); rejects when the process ends without an answer. */
  invoke(event: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  readonly exit: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Ends the process if it still runs; returns everything that it printed. */
  stop(): Promise<Printed>;
}

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: Exit;
}

export interface RubyFunction {
  readonly ruby: Interpreter;
  /** The name of the folder under `test/fixtures/`, or an absolute path. */
  readonly service: string;
  readonly handler: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the bootstrap as Lambda's platform would, with nothing of this process's environment but PATH. */
export async function startRuby({ ruby, service, handler, environment }: RubyFunction): Promise<RubyRuntime> {
  const api = await startRuntimeApi();
  const root = isAbsolute(service) ? service : fixture(service);
  const child = spawn(ruby.path, [join(repositoryRoot, 'runtimes', 'ruby', 'bootstrap.rb')], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
      TZ: ':UTC',
      LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8',
      INVOKE_LOCAL_LOCALE: '1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_ruby3.3',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_NAME: 'conformance',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/conformance',
      AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      AWS_LAMBDA_RUNTIME_API: api.address,
      LAMBDA_TASK_ROOT: root,
      RUBYLIB: root,
      _HANDLER: handler,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const exit = new Promise<Exit>((resolve, reject) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
    child.on('error', reject);
  });
  let invocations = 0;
  return {
    api,
    async invoke(event, headers) {
      invocations += 1;
      const requestId = `00000000-0000-4000-8000-${String(invocations).padStart(12, '0')}`;
      const body = Buffer.isBuffer(event) ? event : JSON.stringify(event);
      const answer = api.invoke({ requestId, event: body, ...(headers === undefined ? {} : { headers }) });
      const ended = exit.then(({ code, signal }) => {
        throw new Error(`Ruby ended with ${code ?? signal}: ${Buffer.concat(stderr)}`);
      });
      return Promise.race([answer, ended]);
    },
    exit,
    kill(signal) {
      child.kill(signal);
    },
    async stop() {
      child.kill('SIGKILL');
      const ended = await exit;
      await api.close();
      return { stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), exit: ended };
    },
  };
}

/** What came of one invocation: an answer, or none because the process ended; and all that was printed. */
export interface Outcome extends Printed {
  readonly answer: Answer | undefined;
  /** The answer's body as JSON. Throws when it is none. */
  json(): unknown;
}

/** Starts the bootstrap, sends one event, and waits until the runtime asks for the next or ends. */
export async function invokeOnce({
  event = {},
  headers,
  ...which
}: RubyFunction & {
  readonly event?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<Outcome> {
  const runtime = await startRuby(which);
  const ended = runtime.exit.then(() => undefined);
  const invocation = runtime.invoke(event, headers).catch(() => undefined);
  const answer = await Promise.race([invocation, runtime.api.initError]);
  await (answer?.kind === 'init-error' ? ended : Promise.race([runtime.api.reachedNext(1), ended]));
  const printed = await runtime.stop();
  return { ...printed, answer, json: () => JSON.parse(answer?.body.toString() ?? '') };
}

/** An error as the caller gets it. */
export interface ReportedError {
  readonly errorMessage: string;
  readonly errorType: string;
  readonly stackTrace: readonly string[];
}
