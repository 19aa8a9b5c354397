import { spawn } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { fixture, repositoryRoot } from '../paths.js';
import { type Answer, type RuntimeApiStub, startRuntimeApi } from './runtime-api-stub.js';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running bootstrap, and the Runtime API that it is a client of. */
export interface BootstrapRuntime {
  readonly api: RuntimeApiStub;
  /** Sends an event (JSON, unless it is bytes or the headers say otherwise); rejects when the process ends without an answer. */
  invoke(event: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  readonly exit: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Ends the process if it still runs; returns everything that it printed. */
  stop(): Promise<Printed>;
}

export interface Printed {
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
  readonly exit: Exit;
}

/** A function, and the interpreter that its bootstrap runs on. */
export interface BootstrapFunction {
  /** The path of the interpreter. */
  readonly interpreter: string;
  /** The bootstrap, below `runtimes/`. */
  readonly bootstrap: readonly string[];
  /** The name of the folder under `test/fixtures/`, or an absolute path. */
  readonly service: string;
  readonly handler: string;
  readonly runtime: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** Starts the bootstrap as Lambda's platform would, with nothing of this process's environment but PATH. */
export async function startBootstrap({
  interpreter,
  bootstrap,
  service,
  handler,
  runtime,
  environment,
}: BootstrapFunction): Promise<BootstrapRuntime> {
  const api = await startRuntimeApi();
  const root = isAbsolute(service) ? service : fixture(service);
  const child = spawn(interpreter, [join(repositoryRoot, 'runtimes', ...bootstrap)], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
      AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_NAME: 'conformance',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/conformance',
      AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      AWS_LAMBDA_RUNTIME_API: api.address,
      LAMBDA_TASK_ROOT: root,
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
    child.on('close', (code, signal) => void api.drained().then(() => resolve({ code, signal })));
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
        throw new Error(`The bootstrap ended with ${code ?? signal}: ${Buffer.concat(stderr)}`);
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
      const stdoutBytes = Buffer.concat(stdout);
      return { stdout: stdoutBytes.toString(), stdoutBytes, stderr: Buffer.concat(stderr).toString(), exit: ended };
    },
  };
}

/** What came of one invocation: an answer, or none because the process ended; and all that was printed. */
export interface Outcome extends Printed {
  readonly answer: Answer | undefined;
  /** The answer's body as JSON. Throws when it is none. */
  json(): unknown;
}

/** Sends one event to a bootstrap, waits for what comes of it, and ends it. */
export async function invokeAndStop(
  runtime: BootstrapRuntime,
  event: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const ended = runtime.exit.then(() => undefined);
  const invocation = runtime.invoke(event, headers).catch(() => undefined);
  const answer = await Promise.race([invocation, runtime.api.initError]);
  // The runtime is done with an invocation when it asks for the next, and with its life when initialization failed.
  await (answer?.kind === 'init-error' ? ended : Promise.race([runtime.api.reachedNext(1), ended]));
  const printed = await runtime.stop();
  return { ...printed, answer, json: () => JSON.parse(answer?.body.toString() ?? '') };
}
