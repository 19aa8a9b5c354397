import { join } from 'node:path';

import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { InvocationHooks } from '../../src/invoke/hooks.js';
import { invoke } from '../../src/invoke/invoke.js';
import type { InvocationJob } from '../../src/invoke/invoke-all.js';
import { createProjectCode } from '../../src/invoke/project-code.js';
import type { InvocationRequest } from '../../src/invoke/request.js';
import type { InvocationResult } from '../../src/invoke/result.js';
import { repositoryRoot } from '../paths.js';

/** What is asked of a function beyond its name. */
export interface RunOptions {
  readonly event?: unknown;
  readonly stage?: string;
  readonly params?: Readonly<Record<string, string>>;
  /** What the step or shell has set. */
  readonly host?: Readonly<Record<string, string>>;
  /** Answers in place of remote sources. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The caller's own variables for the handler. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The program that runs the handler. */
  readonly interpreter?: string;
  readonly signal?: AbortSignal;
  /** The folder of the chunks: by default that of the modules that these sources are compiled to. */
  readonly chunks?: string;
  /** What else is asked for. */
  readonly request?: Partial<InvocationRequest>;
  /** Takes what the handler and its platform print, as it comes. */
  readonly onLog?: (chunk: Buffer) => void;
}

/** What came of it. */
export interface Run {
  readonly result: InvocationResult;
  /** The response or the error object, parsed. */
  readonly answer: unknown;
  readonly log: string;
  readonly diagnostics: readonly Diagnostic[];
}

const installation = { runtimes: join(repositoryRoot, 'runtimes'), chunks: join(repositoryRoot, 'lib', 'src') };
const passedOn = ['PATH', 'Path', 'HOME', 'SystemRoot', 'PATHEXT', 'TEMP', 'TMPDIR'];

/** The machine's environment without anything that a configuration could take a value from. */
const bareHost: Readonly<Record<string, string>> = Object.fromEntries(
  passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** For what can be seen only of a function that is not contained, such as its number among the machine's processes. */
export const uncontained = { request: { containment: 'off' } } as const satisfies RunOptions;

/** Invokes one function of the service in a folder, as both faces do. */
export async function runFunction(workingDirectory: string, name: string, options: RunOptions = {}): Promise<Run> {
  const { request, hooks, read } = jobFor(workingDirectory, name, options);
  return read(await invoke(request, hooks));
}

/** What {@link runFunction} runs, and what it makes of the result. */
export function jobFor(
  workingDirectory: string,
  name: string,
  options: RunOptions = {},
): InvocationJob & { readonly read: (result: InvocationResult) => Run } {
  const pieces: Buffer[] = [];
  const diagnostics: Diagnostic[] = [];
  const request: InvocationRequest = {
    function: name,
    workingDirectory,
    params: options.params ?? {},
    options: {},
    variables: options.variables ?? {},
    event: { raw: false, data: JSON.stringify(options.event ?? {}) },
    context: {},
    environment: options.environment ?? {},
    hostEnvironment: { ...bareHost, ...options.host },
    inheritEnvironment: true,
    credentials: {},
    ...(options.stage === undefined ? {} : { stage: options.stage }),
    ...(options.interpreter === undefined ? {} : { interpreter: options.interpreter }),
    ...options.request,
  };
  const hooks: InvocationHooks = {
    report: (diagnostic) => diagnostics.push(diagnostic),
    logs: {
      write: (chunk) => {
        pieces.push(chunk);
        options.onLog?.(chunk);
      },
    },
    installation: { ...installation, chunks: options.chunks ?? installation.chunks },
    signal: options.signal ?? new AbortController().signal,
  };
  const read = (result: InvocationResult): Run => {
    const answer: unknown = JSON.parse((result.status === 'success' ? result.response : result.error).toString('utf8'));
    return { result, answer, log: Buffer.concat(pieces).toString('utf8'), diagnostics };
  };
  return { request, hooks, read };
}

/** How the engine runs the code of a configuration, TypeScript too. */
export function newProjectCode(): ReturnType<typeof createProjectCode> {
  const { signal } = new AbortController();
  return createProjectCode({ installation, logs: { write: () => {} }, report: () => {}, signal }, bareHost, {
    enclose: async () => undefined,
    encloseBuild: async () => undefined,
  });
}
