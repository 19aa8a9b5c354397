import { resolve } from 'node:path';
import type { CasePath } from '../../src/suite/case-path.js';
import type { CaseAttempt, CaseResult } from '../../src/suite/case-result.js';
import { successExpected } from '../../src/suite/expectations/expectations.js';
import type { SuiteCase } from '../../src/suite/suite-case.js';
import type { SuiteResult } from '../../src/suite/suite-result.js';
import type { TextStore } from '../../src/suite/texts/text-store.js';
import { base } from './reports.js';

/** A case of the function `hello`. */
export function suiteCase(name: string, more: Partial<SuiteCase> = {}): SuiteCase {
  const file = resolve(base, 'suite.yml');
  return {
    name,
    function: 'hello',
    event: { kind: 'none' },
    raw: false,
    context: {},
    environment: {},
    params: {},
    variables: {},
    repeat: 1,
    only: false,
    tags: [],
    expect: successExpected,
    origin: { file, of: (path: CasePath) => ({ file, line: 3 + path.length, column: 5 }) },
    ...more,
  };
}

/** The texts of an attempt. */
export interface AttemptTexts {
  readonly event?: string;
  readonly response?: string | Buffer;
  readonly log?: string;
}

/** An attempt whose texts are in a store. */
export function attempt(
  texts: TextStore,
  { event = '{}', response = '"hi"', log = 'START\nhi\nEND\n' }: AttemptTexts = {},
  more: Partial<CaseAttempt> = {},
): CaseAttempt {
  return {
    startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    worker: 0,
    isCold: false,
    durationMs: 1.2345,
    maxMemoryUsedMiB: 40,
    requestId: '7467a36b-d8ed-485b-b46c-113b81c0fb7a',
    invocation: 'success',
    event: texts.payload(Buffer.from(event)),
    response: texts.payload(Buffer.from(response)),
    log: texts.log(Buffer.from(log), 0),
    findings: [],
    ...more,
  };
}

/** A result of each kind. */
export function everyResult(texts: TextStore): CaseResult[] {
  const id = (name: string): string => `suite.yml::${name}`;
  const result = (name: string) => ({ id: id(name), case: suiteCase(name) });
  const finding = {
    path: ['expect', 'output', 'a/b', 0],
    message: 'output["a/b"][0] is 5, and 6 was expected.',
    expected: '6',
    received: '5',
    diff: '- 6\n+ 5',
  };
  const failed = attempt(texts, { response: '{"a/b":[5]}' }, { isCold: true, initDurationMs: 99, findings: [finding] });
  const crashed = attempt(
    texts,
    { response: '{"errorType":"E"}' },
    {
      invocation: 'crash',
      error: { type: 'E', message: 'gone', location: { file: resolve(base, 'src/a.js'), line: 1 }, trace: ['at a'] },
      findings: [{ path: ['expect', 'status'], message: 'The function crashed.' }],
    },
  );
  return [
    {
      ...result('passes'),
      case: suiteCase('passes', { tags: ['fast'] }),
      status: 'passed',
      attempts: [attempt(texts)],
    },
    { ...result('fails'), status: 'failed', attempts: [failed] },
    { ...result('crashes'), status: 'failed', attempts: [crashed] },
    { ...result('flakes'), status: 'flaky', attempts: [failed, attempt(texts, {}, { durationsMs: [1, 2] })] },
    {
      ...result('cannot run'),
      status: 'not-run',
      diagnostic: {
        severity: 'error',
        code: 'function-unknown',
        message: 'There is no such function.',
        hint: 'Name another one.',
        location: { file: resolve(base, 'serverless.yml'), line: 2, column: 1 },
      },
    },
    { ...result('is left out'), status: 'skipped', reason: 'waits' },
    { ...result('never began'), status: 'stopped', reason: 'the run was stopped: it was cancelled' },
  ];
}

/** A suite's result with these. */
export function suiteResult(results: readonly CaseResult[], more: Partial<SuiteResult> = {}): SuiteResult {
  return {
    results,
    uncovered: [],
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems: [],
    startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    durationMs: 1234.5678,
    concurrency: 2,
    failsOnFlaky: false,
    ...more,
  };
}
