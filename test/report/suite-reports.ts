import type { CaseTexts, ReportedAttempt, ReportedCase, SuiteReport } from '../../src/report/suite/suite-report.js';

/** A case that passed, with what tests don't care about. */
export function caseOf(more: Partial<ReportedCase> & { readonly read?: CaseTexts } = {}): ReportedCase {
  const { read = {}, name = 'two books', function: fn = 'price', ...facts } = more;
  return {
    id: `tests/shop.yml ${name}`,
    name,
    function: fn,
    file: 'tests/shop.yml',
    line: 8,
    column: 5,
    tags: [],
    status: 'passed',
    invocation: 'success',
    durationMs: 12.5,
    isCold: false,
    maxMemoryUsedMiB: 64,
    startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
    worker: 0,
    attempts: 1,
    requestId: '8f507cfc-0a2b-4697-b07a-ac58fc914c95',
    findings: [],
    texts: async () => read,
    ...facts,
  };
}

/** A case whose response was not as expected. */
export function failedCase(more: Parameters<typeof caseOf>[0] = {}): ReportedCase {
  return caseOf({
    status: 'failed',
    findings: [
      {
        message: 'output.total is 24, and 25 was expected.',
        path: '/expect/output/total',
        diff: '  {\n-   "total": 25\n+   "total": 24\n  }',
        file: 'tests/shop.yml',
        line: 12,
        column: 7,
      },
    ],
    read: { event: '{"sku":"book"}', response: '{"total":24}', log: 'START\npriced 1 lines\nEND\n' },
    ...more,
  });
}

/** A case whose function threw. */
export function thrownCase(more: Parameters<typeof caseOf>[0] = {}): ReportedCase {
  return failedCase({
    name: 'no address',
    function: 'ship',
    invocation: 'error',
    findings: [
      {
        message: 'The function failed with KeyError, and success was expected.',
        path: '/expect/status',
        file: 'tests/shop.yml',
        line: 20,
        column: 5,
      },
    ],
    error: {
      type: 'KeyError',
      message: "'address'",
      location: { file: 'src/ship.py', line: 7 },
      trace: ['  File "src/ship.py", line 7, in handler', '    order["address"]'],
    },
    read: { event: '{"id":"7"}', response: '{"errorType":"KeyError"}', log: 'START\nEND\n' },
    ...more,
  });
}

/** An attempt at a case that failed. */
export function attemptOf({ invocation = 'success', findings, error }: ReportedCase): ReportedAttempt {
  return { invocation, durationMs: 3, requestId: 'an-id', findings, ...(error === undefined ? {} : { error }) };
}

/** The report of cases, its verdict and totals counted. */
export function suiteOf(cases: readonly ReportedCase[], more: Partial<SuiteReport> = {}): SuiteReport {
  const count = (...statuses: ReportedCase['status'][]): number =>
    cases.filter(({ status }) => statuses.includes(status)).length;
  const totals = {
    total: cases.length,
    passed: count('passed'),
    failed: count('failed', 'not-run'),
    flaky: count('flaky'),
    skipped: count('skipped'),
    stopped: count('stopped'),
  };
  return {
    version: 1,
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 1234.5,
    concurrency: 2,
    verdict: totals.failed > 0 || totals.stopped > 0 ? 'failed' : 'passed',
    totals,
    cases,
    uncovered: [],
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems: [],
    ...more,
  };
}

/** A suite with something of everything. */
export const mixedSuite: SuiteReport = suiteOf(
  [
    caseOf({ name: 'one pen', initDurationMs: 140.2, isCold: true }),
    failedCase(),
    thrownCase(),
    caseOf({
      name: 'an order',
      function: 'order',
      status: 'not-run',
      diagnostic: {
        code: 'function-unknown',
        message: 'There is no function ordre.',
        hint: 'Did you mean order?',
        location: { file: 'tests/shop.yml', line: 30, column: 13 },
      },
    }),
    caseOf({
      name: 'a slow start',
      function: 'order',
      status: 'flaky',
      attempts: 2,
      findings: failedCase().findings,
      earlierAttempts: [attemptOf(failedCase())],
    }),
    caseOf({ name: 'a queue', function: 'ship', status: 'skipped', reason: 'waits for the new queue' }),
    caseOf({ name: 'the last', function: 'ship', status: 'stopped', reason: 'the time of the whole is over' }),
  ],
  {
    uncovered: ['thumbnail'],
    snapshots: { written: 1, updated: 0, removed: 0, obsolete: [{ file: 'tests/__snapshots__/shop.yml.snap' }] },
    stopped: { reason: 'the time of the whole is over' },
    containment: {
      mechanism: 'sudo',
      open: ['network', 'kernel', 'readable-files', 'resources', 'further-namespaces'],
    },
  },
);
