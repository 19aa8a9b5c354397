import { resolve } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { FailureReport } from '../../src/report/failure/failure-report.js';
import type { InvocationReport, ReportedOutcome } from '../../src/report/invocation-report.js';
import { failed, succeeded } from '../action/results.js';

/** The folder that places are told relative to. */
export const base = resolve('/workspace');

/** A report with what tests don't care about. */
export function reportOf(outcome: ReportedOutcome, facts: Partial<InvocationReport> = {}): InvocationReport {
  return {
    function: 'hello',
    serviceFolder: resolve('/workspace/service'),
    outcome,
    diagnostics: [],
    log: { text: 'START\nhello\nEND\n', omittedBytes: 0, file: resolve('/tmp/log.txt') },
    startedAt: new Date('2026-01-02T03:04:05.678Z'),
    ...facts,
  };
}

/** The outcome of a function that returned these bytes. */
export function success(response: string | Buffer, more: Partial<ReturnType<typeof succeeded>> = {}): ReportedOutcome {
  return { kind: 'succeeded', result: { ...succeeded(response), ...more } };
}

/** The outcome of a function that failed, with a trace whose second line is the user's own. */
export function failure(
  errorType: string,
  errorMessage: string,
  more: Partial<ReturnType<typeof failed>> & { readonly failure?: Partial<FailureReport> } = {},
): ReportedOutcome {
  const { failure: read, ...result } = more;
  const place = { file: resolve('/workspace/service/src/hello.ts'), line: 7, column: 9 };
  return {
    kind: 'failed',
    result: { ...failed(errorType, errorMessage), ...result },
    failure: {
      errorType,
      errorMessage,
      trace: [
        ...`${errorType}: ${errorMessage}`.split('\n').map((text) => ({ text, kind: 'text' as const })),
        { text: '    at hello (service/src/hello.ts:7:9)', kind: 'user', place },
        {
          text: '    at run (/srv/node_modules/lib/run.js:1:2)',
          kind: 'foreign',
          place: { file: '/srv/node_modules/lib/run.js', line: 1, column: 2 },
        },
        { text: '    at node:internal/main:1:1', kind: 'foreign' },
      ],
      userPlace: place,
      traceTellsMore: true,
      ...read,
    },
  };
}

/** A diagnostic of a wrong request. */
export const refusal: Diagnostic = {
  severity: 'error',
  code: 'function-unknown',
  message: 'There is no function `hallo`.',
  hint: 'Did you mean hello?',
  location: { file: resolve('/workspace/service/serverless.yml'), line: 4, column: 3 },
};

/** A report of each kind of outcome, by what it is. */
export const everyOutcome: readonly (readonly [string, InvocationReport])[] = [
  ['a success', reportOf(success('{"a":1}'))],
  ['an error', reportOf(failure('TypeError', 'no\nreally'))],
  ['a timeout', reportOf(failure('Sandbox.Timedout', 'late', { status: 'timeout' }))],
  ['a crash', reportOf(failure('Runtime.ExitError', 'gone', { status: 'crash', failure: { trace: [] } }))],
  ['a refused request', reportOf({ kind: 'refused', diagnostic: refusal }, { log: { text: '', omittedBytes: 0 } })],
  ['a cancelled step', reportOf({ kind: 'cancelled', signal: 'SIGINT' })],
  ['a defect of ours', reportOf({ kind: 'defect', details: 'Error: oops\n    at x (y.js:1:1)' })],
];
