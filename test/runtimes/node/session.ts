import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, repositoryRoot } from '../../paths.js';
import { type Answer, type RuntimeApiStub, type StubInvocation, startRuntimeApi } from '../runtime-api-stub.js';
import { type Ending, type RuntimeProcess, startRuntimeProcess } from '../runtime-process.js';

/** The two ways in which Lambda runs Node.js functions, by a version that declares each. */
export type Dialect = '22' | '24';
export const dialects: readonly Dialect[] = ['22', '24'];

export interface SessionOptions {
  /** A folder under `test/fixtures/`, or an absolute one. */
  readonly service: string;
  readonly handler: string;
  readonly dialect: Dialect;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node.js that runs the bootstrap. */
  readonly node?: string;
}

/** How an invocation came out: an answer that the bootstrap posted, or the end of its process. */
export type Outcome = (Answer & { readonly json: () => unknown }) | ({ readonly kind: 'exit' } & Ending);

export interface Session {
  readonly api: RuntimeApiStub;
  readonly process: RuntimeProcess;
  invoke(event?: unknown, options?: Partial<StubInvocation>): Promise<Outcome>;
  /** The outcome of an initialization that fails. */
  initialized(): Promise<Outcome>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * The Node.js that runs the bootstrap: the one that runs the tests, unless a variable names another, such as a Node.js 18, or
 * asks for that of the dialect.
 */
export function defaultNode(dialect: Dialect): string {
  const ofDialect =
    process.env.INVOKE_LOCAL_TEST_NODE_OF_DIALECT === '1' ? otherNode(dialect === '22' ? 22 : 24) : undefined;
  return process.env.INVOKE_LOCAL_TEST_NODE || ofDialect || process.execPath;
}

export const bootstrap = join(repositoryRoot, 'runtimes', 'node', 'bootstrap.cjs');

/** Starts the Node.js bootstrap for a handler, against a stub of the Runtime API. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { service, handler, dialect, env, node = defaultNode(dialect) } = options;
  const api = await startRuntimeApi();
  const root = service.startsWith('/') || service.includes(':') ? service : fixture(service);
  const runtime = startRuntimeProcess(node, [...flags(dialect, node), bootstrap], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
      AWS_LAMBDA_RUNTIME_API: api.address,
      _HANDLER: handler,
      LAMBDA_TASK_ROOT: root,
      AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${dialect}.x`,
      AWS_LAMBDA_FUNCTION_NAME: 'conformance',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/conformance',
      AWS_LAMBDA_LOG_STREAM_NAME: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
      ...env,
    },
  });
  const ending = runtime.ended.then(async (ended): Promise<Outcome> => {
    await api.drained();
    return { kind: 'exit', ...ended };
  });
  const outcome = async (answer: Promise<Answer>): Promise<Outcome> => {
    const readable = answer.then((given): Outcome => ({ ...given, json: () => JSON.parse(given.body.toString()) }));
    return Promise.race([readable, ending]);
  };
  return {
    api,
    process: runtime,
    invoke: (event = {}, given = {}) =>
      outcome(api.invoke({ requestId: randomUUID(), event: JSON.stringify(event), ...given })),
    initialized: () => outcome(api.initError),
    async [Symbol.asyncDispose]() {
      await runtime.stop();
      await api.close();
    },
  };
}

/** Runs one invocation in a session of its own, and returns its outcome with what was printed until the process was done with it. */
export async function invokeOnce(
  options: SessionOptions,
  event?: unknown,
  given?: Partial<StubInvocation>,
): Promise<{ readonly outcome: Outcome; readonly stdout: string; readonly stderr: string }> {
  await using session = await startSession(options);
  const outcome = await session.invoke(event, given);
  if (outcome.kind !== 'exit') await Promise.race([session.api.reachedNext(1), session.process.ended]);
  const { stdout, stderr } = await session.process.stop();
  return { outcome, stdout, stderr };
}

/** Starts a function whose initialization fails, and returns what it reported, how it ended, and what it printed. */
export async function initializeOnce(
  options: SessionOptions,
): Promise<{ readonly outcome: Outcome; readonly ending: Ending }> {
  await using session = await startSession(options);
  const reachedNext = session.api.reachedNext(0).then((): never => {
    throw new Error('the function was initialized');
  });
  const outcome = await Promise.race([session.initialized(), reachedNext]);
  return { outcome, ending: await session.process.ended };
}

/** The body of an outcome that is an answer; fails with what the process printed where it is none. */
export function body(outcome: Outcome): unknown {
  if (outcome.kind === 'exit') {
    throw new Error(`the process ended with ${outcome.code}:\n${outcome.stdout}${outcome.stderr}`);
  }
  return outcome.json();
}

/** The flags that Lambda gives Node.js up to 22, where the interpreter that runs the tests has them. */
function flags(dialect: Dialect, node: string): readonly string[] {
  if (dialect !== '22') return [];
  const wanted = ['--no-experimental-require-module', '--no-experimental-detect-module'];
  if (node === otherNode(22)) return wanted;
  const known = (flag: string): boolean => process.allowedNodeEnvironmentFlags.has(flag.replace('--no-', '--'));
  return node === process.execPath ? wanted.filter(known) : [];
}

/** Another Node.js than the one that runs the tests, from a variable or from a development dependency. */
export function otherNode(major: 22 | 24): string | undefined {
  const candidates = [
    process.env[`INVOKE_LOCAL_TEST_NODE_${major}`],
    join(repositoryRoot, 'node_modules', `node-${major}`, 'bin', 'node'),
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate));
}

/** The version of a Node.js, such as `22.11.0`. */
export function versionOf(node: string): string {
  return execFileSync(node, ['--print', 'process.versions.node'], { encoding: 'utf8' }).trim();
}
