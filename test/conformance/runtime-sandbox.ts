import { functionArn } from '../../src/invoke/function-arn.js';
import { launchesOf } from '../../src/invoke/launches/launches-of.js';
import { buildEnvironment } from '../../src/lambda/environment/build-environment.js';
import { Sandbox } from '../../src/lambda/sandbox/sandbox.js';
import type { SandboxInvocation } from '../../src/lambda/sandbox/sandbox-options.js';
import { lambdaFunction } from '../lambda/lambda-function.js';
import { fixture, repositoryRoot } from '../paths.js';
import { otherNode } from '../runtimes/node/session.js';
import { fullSet } from '../runtimes/python/interpreters.js';

/** A managed runtime, with the interpreter that the tests have for it. */
export interface ManagedRuntime {
  /** Lambda's identifier. */
  readonly identifier: string;
  readonly interpreter: string;
}

/** Both dialects of Node.js, each on a Node.js of its own where one is there, and the newest Python. */
export const managedRuntimes: readonly ManagedRuntime[] = [
  { identifier: 'nodejs22.x', interpreter: otherNode(22) ?? process.execPath },
  { identifier: 'nodejs24.x', interpreter: otherNode(24) ?? process.execPath },
  ...fullSet.slice(-1).map(({ path, version }) => ({ identifier: `python${version}`, interpreter: path })),
];

export interface SandboxSettings {
  readonly timeoutMs?: number;
  /** Configured variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The step's variables, all of which are passed on. */
  readonly host?: Readonly<Record<string, string>>;
  readonly inherit?: boolean;
}

/** A sandbox around the conformance handler in a managed runtime, from the function's configuration to its process. */
export async function managedSandbox({ identifier, interpreter }: ManagedRuntime, settings: SandboxSettings = {}) {
  const folder = fixture('conformance');
  const fn = lambdaFunction({
    runtime: identifier,
    handler: 'index.handler',
    code: { kind: 'folder', folder },
    sourceRoot: folder,
    timeoutMs: settings.timeoutMs ?? 6_000,
    memorySizeMiB: 256,
    environment: settings.environment ?? {},
  });
  const host = { PATH: process.env['PATH'] ?? '', ...settings.host };
  const diagnostics: string[] = [];
  const environment = await buildEnvironment({
    function: fn,
    host,
    inherit: settings.inherit ?? true,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
    logStreamName: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
    report: ({ message }) => void diagnostics.push(message),
  });
  const lines: { text: string; source: string }[] = [];
  const sandbox = await Sandbox.create({
    candidates: await launchesOf({
      function: fn,
      placed: { taskRoot: folder },
      request: { interpreter, hostEnvironment: host, workingDirectory: folder },
      environment,
      runtimes: `${repositoryRoot}/runtimes`,
    }),
    environment,
    workingDirectory: folder,
    timeoutMs: fn.timeoutMs,
    memorySizeMiB: fn.memorySizeMiB,
    functionArn: functionArn(fn.name, fn.region, undefined),
    logs: { write: (chunk, source) => void lines.push({ text: chunk.toString('utf8'), source }) },
  });
  return {
    sandbox,
    diagnostics,
    platformLines: () => lines.filter(({ source }) => source === 'platform').map(({ text }) => text.trim()),
    invoke: async (event: unknown, invocation: Partial<SandboxInvocation> = {}) => {
      const outcome = await sandbox.invoke({ event: Buffer.from(JSON.stringify(event)), ...invocation });
      const body = outcome.status === 'success' ? outcome.response : outcome.error;
      return { ...outcome, body: JSON.parse(body.toString('utf8')) };
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
