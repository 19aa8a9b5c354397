import fc from 'fast-check';
import type { ReportedCase, SuiteReport } from '../../src/report/suite/suite-report.js';
import { literalWith } from '../../src/report/text/literal-text.js';
import { diffText } from '../../src/suite/expectations/diff/diff-text.js';
import { suiteOf } from '../report/suite-reports.js';
import { hostileText } from './texts.js';

const statuses = ['passed', 'failed', 'flaky', 'not-run', 'skipped', 'stopped'] as const;

const place = fc.record({ file: hostileText, line: fc.nat({ max: 5000 }).map((line) => line + 1) });

const finding = fc
  .record({ message: hostileText, expected: hostileText, received: hostileText, place: fc.option(place) })
  .map(({ message, expected, received, place: at }) => ({
    message,
    path: '/expect/output',
    diff: diffText(expected, received),
    ...(at ?? {}),
  }));

const texts = fc.record({ event: hostileText, response: hostileText, log: hostileText });

/** A case with anything in the place of every text. */
export const hostileCase: fc.Arbitrary<ReportedCase> = fc
  .record({
    status: fc.constantFrom(...statuses),
    name: hostileText,
    function: hostileText,
    at: fc.option(place),
    findings: fc.array(finding, { maxLength: 3 }),
    error: fc.option(
      fc.record({ type: hostileText, message: hostileText, trace: fc.array(hostileText, { maxLength: 3 }) }),
    ),
    reason: hostileText,
    hint: hostileText,
    texts,
  })
  .map(({ status, at, findings, error, reason, hint, texts: read, ...facts }) => ({
    ...facts,
    id: facts.name,
    ...(at ?? {}),
    status,
    tags: [],
    findings: status === 'failed' || status === 'flaky' ? findings : [],
    texts: async () => (status === 'failed' || status === 'flaky' ? read : {}),
    ...(status === 'skipped' || status === 'stopped' ? { reason } : {}),
    ...(status === 'not-run'
      ? { diagnostic: { code: 'x', message: reason, hint, ...(at === null ? {} : { location: at }) } }
      : {}),
    ...(status === 'failed' || status === 'flaky' || status === 'passed'
      ? { durationMs: 1, invocation: error === null ? ('success' as const) : ('error' as const), requestId: 'r' }
      : {}),
    ...(error === null || status !== 'failed' ? {} : { error }),
    ...(status === 'flaky'
      ? {
          earlierAttempts: [
            { invocation: 'error', durationMs: 1, requestId: 'r', findings, ...(error === null ? {} : { error }) },
          ] as const,
        }
      : {}),
  }));

/** A report of such cases. */
export const hostileSuite: fc.Arbitrary<SuiteReport> = fc
  .record({
    cases: fc.array(hostileCase, { maxLength: 5 }),
    uncovered: fc.array(hostileText, { maxLength: 3 }),
    obsolete: fc.array(fc.record({ file: hostileText, name: hostileText }), { maxLength: 2 }),
    reason: fc.option(hostileText),
  })
  .map(({ cases, uncovered, obsolete, reason }) =>
    suiteOf(cases, {
      uncovered,
      snapshots: { written: 0, updated: 0, removed: 0, obsolete },
      ...(reason === null ? {} : { stopped: { reason }, verdict: 'failed' as const }),
    }),
  );

/** A text as a page shows it. */
export const shown: (text: string) => string = literalWith((text) => text);
