import type { ReportedCase, SuiteReport } from '../../../src/report/suite/suite-report.js';

/** A case that passed, and what differs from that. One that never ran has no durations. */
export function reportedCase(changed: Partial<ReportedCase> & Pick<ReportedCase, 'name'>): ReportedCase {
  const { status = 'passed' } = changed;
  const hasRun = status === 'passed' || status === 'failed' || status === 'flaky';
  return {
    id: `tests/shop.suite.yml: ${changed.name}`,
    function: 'price',
    file: 'tests/shop.suite.yml',
    line: 4,
    column: 5,
    tags: [],
    status,
    findings: [],
    ...(hasRun ? ran : { texts: async () => ({}) }),
    ...changed,
  };
}

const ran = {
  durationMs: 3.25,
  startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
  worker: 0,
  maxMemoryUsedMiB: 62,
  isCold: false,
  requestId: '3f0e2a9c-5f0b-4c0e-9d4e-0a1b2c3d4e5f',
  texts: async () => ({ event: '{"sku":"pen","quantity":2}', response: '{"total":4}', log: '' }),
};

/** A report of cases, with totals and a verdict that fit them. */
export function suiteReport(cases: readonly ReportedCase[], changed: Partial<SuiteReport> = {}): SuiteReport {
  const count = (...statuses: readonly ReportedCase['status'][]): number =>
    cases.filter(({ status }) => statuses.includes(status)).length;
  const failed = count('failed', 'not-run');
  return {
    version: 1,
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 1840,
    concurrency: 4,
    verdict: failed === 0 ? 'passed' : 'failed',
    totals: {
      total: cases.length,
      passed: count('passed'),
      failed,
      skipped: count('skipped'),
      flaky: count('flaky'),
      stopped: count('stopped'),
    },
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems: [],
    uncovered: [],
    cases,
    ...changed,
  };
}

const functions = ['authorize', 'price', 'createOrder', 'notify', 'ship', 'thumbnail', 'refund', 'stock'];
const asked = [
  'accepts a valid request',
  'refuses a request without a body',
  'answers 404 for an unknown id',
  'keeps the order of the items',
  'rounds to whole cents',
  'is idempotent for the same key',
  'sends one message for each item',
  'rejects an expired token',
  'handles an empty list',
];
const tagged: readonly (readonly string[])[] = [[], ['smoke'], ['orders'], ['slow', 'orders'], [], ['payments']];

/** A suite of any size, the same each time: mostly passed, with cases of every kind, on some workers. */
export function manyCases(count: number, workers: number, failing = 97): ReportedCase[] {
  const startedAtMs = Date.UTC(2026, 0, 2, 3, 4, 5);
  const clocks = Array.from({ length: workers }, (_, worker) => startedAtMs + worker * 3);
  let seed = 7;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(random() * functions.length);
    const name = functions[at] ?? 'price';
    const worker = clocks.indexOf(Math.min(...clocks));
    const isCold = index < functions.length * 2 || random() < 0.01;
    const durationMs = (at + 1) * (2 + random() * 6) * (random() < 0.03 ? 6 : 1);
    const initDurationMs = isCold ? 60 + random() * 90 : undefined;
    const begun = clocks[worker] ?? startedAtMs;
    clocks[worker] = begun + (initDurationMs ?? 0) + durationMs + 0.5;
    const status = statusOf(index, failing);
    const title = `${asked[Math.floor(random() * asked.length)]}${index < 9 ? '' : `, ${index}`}`;
    const base = {
      name: title,
      id: `tests/${name}.suite.yml: ${title}`,
      function: name,
      file: `tests/${name}.suite.yml`,
      line: 4 + (index % 90) * 6,
      tags: tagged[Math.floor(random() * tagged.length)] ?? [],
      status,
    };
    if (status === 'skipped') return reportedCase({ ...base, reason: 'the carrier has no test account yet' });
    return reportedCase({
      ...base,
      durationMs,
      startedAtMs: begun,
      worker,
      isCold,
      maxMemoryUsedMiB: 58 + Math.round(random() * 20),
      ...(initDurationMs === undefined ? {} : { initDurationMs }),
      ...(status === 'flaky' ? { attempts: 2 } : {}),
      ...(status === 'passed'
        ? {}
        : {
            findings: [
              {
                path: `/expect/output/items/${index % 3}/total`,
                message: `output.items[${index % 3}].total is ${index}, and 12 was expected.`,
                diff: `  {\n    "items": [\n      {\n-       "total": 12\n+       "total": ${index}\n      }\n    ]\n  }`,
              },
            ],
          }),
      texts: async () => ({
        event: JSON.stringify({ index, body: 'x'.repeat(700) }),
        response: JSON.stringify({ statusCode: 200, body: JSON.stringify({ index, items: [1, 2, 3] }) }),
        log: `START RequestId: ${index}\n2026-01-02T03:04:05.678Z\tINFO\thandling ${index}\nEND RequestId: ${index}\n`,
      }),
    });
  });
}

function statusOf(index: number, failing: number): ReportedCase['status'] {
  if (index % failing === failing - 1) return 'failed';
  if (index % 211 === 40) return 'flaky';
  return index % 61 === 60 ? 'skipped' : 'passed';
}
