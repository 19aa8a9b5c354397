import type { Shape } from './shape.js';

/** What is read of a results file, as `schema/suite-results-v1.schema.json` describes it. */

const place: Shape = { required: { file: 'string' }, optional: { line: 'number', column: 'number' } };

const problem: Shape = {
  required: { code: 'string', message: 'string' },
  optional: { hint: 'string', location: place },
};

const finding: Shape = {
  required: { message: 'string', path: 'string' },
  optional: { diff: 'string', file: 'string', line: 'number', column: 'number' },
};

const measured: Shape = { required: { median: 'number', spread: 'number', runs: 'number' } };

const side: Shape = { required: { durationMs: measured, maxMemoryUsedMiB: measured } };

const caseComparison: Shape = {
  required: {
    kind: { oneOf: ['same', 'changed', 'fixed', 'broken', 'new', 'unknown'] },
    varying: { listOf: 'string' },
  },
  optional: { message: 'string', diff: 'string', measures: { required: { before: side, now: side } } },
};

const error: Shape = {
  required: { type: 'string', message: 'string', trace: { listOf: 'string' } },
  optional: { location: place },
};

const invocation: Shape = { oneOf: ['success', 'error', 'timeout', 'crash'] };

const attempt: Shape = {
  required: { invocation, durationMs: 'number', requestId: 'string', findings: { listOf: finding } },
  optional: { error },
};

const sibling: Shape = {
  required: {
    function: 'string',
    calledBy: 'string',
    type: { oneOf: ['RequestResponse', 'Event'] },
    attempt: 'number',
    status: invocation,
    requestId: 'string',
    durationMs: 'number',
    maxMemoryUsedMiB: 'number',
  },
  optional: { initDurationMs: 'number', error: { required: { type: 'string', message: 'string' } } },
};

const call: Shape = {
  required: {
    function: 'string',
    service: 'string',
    operation: 'string',
    region: 'string',
    resources: { listOf: 'string' },
    answeredBy: { oneOf: ['stub', 'sibling', 'recording', 'forward', 'none'] },
    durationMs: 'number',
  },
  optional: {
    error: 'string',
    verdict: { oneOf: ['allowed', 'denied', 'unknown'] },
    reason: 'string',
    location: place,
  },
};

/** A case. */
export const caseShape: Shape = {
  required: {
    id: 'string',
    name: 'string',
    function: 'string',
    tags: { listOf: 'string' },
    status: { oneOf: ['passed', 'failed', 'flaky', 'not-run', 'skipped', 'stopped'] },
    findings: { listOf: finding },
    texts: { optional: { event: 'string', response: 'string', log: 'string' } },
  },
  optional: {
    file: 'string',
    line: 'number',
    column: 'number',
    reason: 'string',
    diagnostic: problem,
    invocation,
    durationMs: 'number',
    durationsMs: { listOf: 'number' },
    initDurationMs: 'number',
    siblings: { listOf: sibling },
    calls: { listOf: call },
    omittedCalls: 'number',
    isCold: 'boolean',
    maxMemoryUsedMiB: 'number',
    startedAtMs: 'number',
    worker: 'number',
    attempts: 'number',
    earlierAttempts: { listOf: attempt },
    requestId: 'string',
    http: { required: { statusCode: 'number', headers: {}, cookies: { listOf: 'string' } } },
    comparison: caseComparison,
    error,
  },
};

const counts = { total: 'number', passed: 'number', failed: 'number', flaky: 'number' } as const;

/** All but the cases. */
export const documentShape: Shape = {
  required: {
    startedAt: 'string',
    durationMs: 'number',
    concurrency: 'number',
    verdict: { oneOf: ['passed', 'failed'] },
    totals: { required: { ...counts, skipped: 'number', stopped: 'number' } },
    uncovered: { listOf: 'string' },
    snapshots: {
      required: {
        written: 'number',
        updated: 'number',
        removed: 'number',
        obsolete: { listOf: { required: { file: 'string' }, optional: { name: 'string' } } },
      },
    },
    problems: { listOf: problem },
  },
  optional: {
    remarks: { listOf: problem },
    containment: {
      required: { mechanism: { oneOf: ['user-namespaces', 'sudo', 'none'] }, open: { listOf: 'string' } },
      optional: { reason: 'string' },
    },
    shard: { required: { index: 'number', count: 'number', plan: 'string' } },
    stopped: { required: { reason: 'string' } },
    comparison: {
      required: {
        commit: 'string',
        ref: 'string',
        failOn: { oneOf: ['failures', 'regressions', 'changes'] },
        counts: {
          required: {
            same: 'number',
            changed: 'number',
            fixed: 'number',
            broken: 'number',
            new: 'number',
            unknown: 'number',
          },
        },
      },
    },
  },
};
