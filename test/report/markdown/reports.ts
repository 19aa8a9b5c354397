import { resolve } from 'node:path';
import type { SourceLocation } from '../../../src/diagnostics/diagnostic.js';
import type { FailedResult, InvocationFacts, SuccessfulResult } from '../../../src/invoke/result.js';
import type { FailureReport } from '../../../src/report/failure/failure-report.js';
import type { InvocationReport } from '../../../src/report/invocation-report.js';
import type { ReadTraceLine } from '../../../src/report/trace/read-trace.js';

/** The folder that the reports' paths are shown relative to. */
export const workspace = resolve('/workspace');

/** A place in a file of the workspace. */
export function place(file: string, line: number, column?: number): SourceLocation {
  return { file: resolve(workspace, file), line, ...(column === undefined ? {} : { column }) };
}

/** What a test says of an invocation; the rest is as usual. */
export interface Told {
  readonly key?: string;
  readonly event?: unknown;
  readonly durationMs?: number;
  readonly initDurationMs?: number;
  readonly runtime?: string;
  readonly interpreter?: string;
  readonly maxMemoryUsedMiB?: number;
  readonly memorySizeMiB?: number;
  readonly timeoutMs?: number;
}

function facts({ key = 'orders', event = {}, ...told }: Told): InvocationFacts {
  const { runtime = 'nodejs22.x', durationMs = 12.3456, memorySizeMiB = 1024 } = told;
  return {
    function: {
      key,
      name: `shop-dev-${key}`,
      handler: `src/${key}.handler`,
      runtime,
      code: { kind: 'folder', folder: workspace },
      layers: [],
      sourceRoot: workspace,
      environment: {},
      timeoutMs: told.timeoutMs ?? 6000,
      memorySizeMiB,
      architecture: 'x86_64',
      logging: { format: 'Text' },
      region: 'us-east-1',
      stage: 'dev',
      origin: async () => undefined,
    },
    event: Buffer.from(JSON.stringify(event)),
    requestId: '8f507cfc-0a2b-4697-b07a-ac58fc914c95',
    durationMs,
    billedDurationMs: Math.ceil(durationMs),
    ...(told.initDurationMs === undefined ? {} : { initDurationMs: told.initDurationMs }),
    memorySizeMiB,
    maxMemoryUsedMiB: told.maxMemoryUsedMiB ?? 71,
    interpreter: told.interpreter ?? 'node 22.11.0',
  };
}

type Shared = Partial<Pick<InvocationReport, 'case' | 'diagnostics' | 'function'>> & { readonly log?: string };

/** Any report. */
export function reportOf(outcome: InvocationReport['outcome'], { log = '', ...shared }: Shared = {}): InvocationReport {
  return {
    diagnostics: [],
    startedAt: new Date(0),
    ...shared,
    outcome,
    log: { text: log, omittedBytes: 0, file: '/home/runner/work/_temp/invoke-local-a1b2c3/log.txt' },
  };
}

/** The report of a function that answered these bytes, or this value as JSON. */
export function succeeded(
  response: unknown,
  { http, log, case: name, diagnostics, ...told }: Told & Shared & Pick<SuccessfulResult, 'http'> = {},
): InvocationReport {
  const bytes = Buffer.isBuffer(response) ? response : Buffer.from(JSON.stringify(response));
  const result = {
    ...facts(told),
    status: 'success' as const,
    response: bytes,
    ...(http === undefined ? {} : { http }),
  };
  return reportOf({ kind: 'succeeded', result }, shared(name, diagnostics, log));
}

/** How a function failed. */
export interface Failing extends Partial<Omit<FailureReport, 'trace'>> {
  readonly status?: FailedResult['status'];
  /** Lines that begin with `>` are frames of the user's, those with `|` are text, all others are foreign. */
  readonly trace?: readonly string[];
}

/** The report of a function that failed. */
export function failed(
  failing: Failing,
  { log, case: name, diagnostics, ...told }: Told & Shared = {},
): InvocationReport {
  const { status = 'error', trace = [], errorType = 'Error', errorMessage = '', ...places } = failing;
  const failure = { errorType, errorMessage, trace: trace.map(traceLine), ...places };
  const error = { errorType, errorMessage, trace: trace.map((line) => traceLine(line).text) };
  const result: FailedResult = {
    ...facts(told),
    status,
    error: Buffer.from(JSON.stringify(error)),
    ...error,
    initFailed: false,
    stderrTail: '',
  };
  return reportOf({ kind: 'failed', result, failure }, shared(name, diagnostics, log));
}

function traceLine(line: string): ReadTraceLine {
  if (line.startsWith('>')) return { kind: 'user', text: line.slice(1) };
  if (line.startsWith('|')) return { kind: 'text', text: line.slice(1) };
  return { kind: 'foreign', text: line };
}

function shared(
  name: string | undefined,
  diagnostics: InvocationReport['diagnostics'] | undefined,
  log: string | undefined,
): Shared {
  return {
    ...(name === undefined ? {} : { case: name }),
    ...(diagnostics === undefined ? {} : { diagnostics }),
    ...(log === undefined ? {} : { log }),
  };
}

/** The log that Lambda makes of one invocation. */
export function lambdaLog(lines: readonly string[], report = 'Duration: 12.35 ms\tBilled Duration: 13 ms\t'): string {
  const id = 'RequestId: 8f507cfc-0a2b-4697-b07a-ac58fc914c95';
  return [`START ${id} Version: $LATEST`, ...lines, `END ${id}`, `REPORT ${id}\t${report}`]
    .map((line) => `${line}\n`)
    .join('');
}
