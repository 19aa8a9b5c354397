import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { renderSuiteJunit } from '../../../src/report/junit/suite/render-suite-junit.js';
import type { SuiteReport } from '../../../src/report/suite/suite-report.js';
import { attemptOf, caseOf, failedCase, mixedSuite, suiteOf, thrownCase } from '../suite-reports.js';
import { attributesOf, junitProblems, textsIn, validBySystem } from './validate.js';

const options = {
  base: resolve('/workspace'),
  serviceFolder: resolve('/workspace/shop'),
  redact: (text: string) => text,
};

async function rendered(report: SuiteReport): Promise<string> {
  let xml = '';
  for await (const piece of renderSuiteJunit(report, options)) xml += piece;
  return xml;
}

/** What these tests render, which the last of them validates at once. */
const documents: string[] = [];

async function valid(report: SuiteReport): Promise<string> {
  const xml = await rendered(report);
  documents.push(xml);
  if (validBySystem(xml) === false) throw new Error('The xmllint of this machine does not take it for valid.');
  return xml;
}

test('a suite a function, a case a case, with failures, skipped ones and flaky ones', async () => {
  const xml = await valid(mixedSuite);
  expect(attributesOf(xml, 'testsuites')).toMatchObject({ tests: '7', failures: '3', errors: '0' });
  expect(
    [...xml.matchAll(/<testsuite name="([^"]*)" tests="(\d)" failures="(\d)".* skipped="(\d)"/g)].map((found) =>
      found.slice(1),
    ),
  ).toEqual([
    ['shop/price', '2', '1', '0'],
    ['shop/ship', '3', '1', '2'],
    ['shop/order', '2', '1', '0'],
  ]);
  expect(xml).not.toContain('<error');
});

test('a failure is at the expectation that was not met, with its diff; the log of the case is there', async () => {
  const xml = await valid(suiteOf([failedCase()]));
  expect(attributesOf(xml, 'testcase')).toEqual({
    classname: 'shop/price',
    name: 'two books',
    time: '0.013',
    file: 'tests/shop.yml',
    line: '12',
  });
  expect(attributesOf(xml, 'failure')).toEqual({
    message: 'output.total is 24, and 25 was expected.',
    type: 'InvokeLocal.ExpectationFailed',
  });
  expect(textsIn(xml, 'failure')).toEqual([
    'output.total is 24, and 25 was expected.\n  ' +
      '  {\n  -   "total": 25\n  +   "total": 24\n    }\n    at two books (tests/shop.yml:12:7)',
  ]);
  expect(textsIn(xml, 'system-out')).toEqual(['START\npriced 1 lines\nEND\n']);
});

test('a failure of the handler has its type and its trace', async () => {
  const xml = await valid(suiteOf([thrownCase()]));
  expect(attributesOf(xml, 'failure')['type']).toBe('KeyError');
  expect(textsIn(xml, 'failure')[0]).toContain('\n\nKeyError: \'address\'\n  File "src/ship.py", line 7, in handler\n');
});

test('a flaky case passes, with the failures before as Surefire writes them', async () => {
  const earlierAttempts = [attemptOf(thrownCase()), attemptOf(failedCase())];
  const xml = await valid(suiteOf([caseOf({ status: 'flaky', attempts: 3, earlierAttempts })]));
  expect(textsIn(xml, 'stackTrace')).toHaveLength(2);
  expect(attributesOf(xml, 'testsuites')).toMatchObject({ tests: '1', failures: '0' });
  expect(attributesOf(xml, 'flakyFailure')).toMatchObject({ type: 'KeyError' });
  expect(textsIn(xml, 'stackTrace')[1]).toContain('-   "total": 25');
});

test('a case that failed each time has its failures before, too', async () => {
  const earlierAttempts = [attemptOf(failedCase())];
  const xml = await valid(suiteOf([thrownCase({ attempts: 2, earlierAttempts })]));
  expect(attributesOf(xml, 'failure')).toMatchObject({ type: 'KeyError' });
  expect(attributesOf(xml, 'rerunFailure')).toMatchObject({ type: 'InvokeLocal.ExpectationFailed' });
});

test('a skipped case has its reason', async () => {
  const xml = await valid(suiteOf([caseOf({ status: 'skipped', reason: 'waits for <the> queue' })]));
  expect(attributesOf(xml, 'skipped')).toEqual({ message: 'waits for <the> queue' });
});

describe('where the whole failed and no case did, a case of its own fails', () => {
  test.each<[string, SuiteReport, string]>([
    [
      'the run was stopped',
      suiteOf([caseOf(), caseOf({ status: 'stopped', reason: 'cancelled' })], { stopped: { reason: 'SIGINT came' } }),
      '1 of 2 cases was not finished: SIGINT came',
    ],
    [
      'a flaky case is not wanted',
      suiteOf([caseOf({ status: 'flaky' })], { verdict: 'failed' }),
      '1 of 1 case is flaky',
    ],
    [
      'nothing could be run',
      suiteOf([], { verdict: 'failed', stopped: { reason: 'no such file' } }),
      'No case was run: no such file',
    ],
  ])('since %s', async (_, report, message) => {
    const xml = await valid(report);
    expect(attributesOf(xml, 'testsuites')).toMatchObject({ failures: '1', tests: String(report.cases.length + 1) });
    expect(attributesOf(xml, 'failure')).toEqual({ type: 'InvokeLocal.SuiteFailed', message });
  });
});

test('a suite without cases is valid', async () => {
  expect(attributesOf(await valid(suiteOf([])), 'testsuites')).toMatchObject({ tests: '0', failures: '0' });
});

test('by fail-on a case that fails as before is skipped, and one whose response changed is a failure', async () => {
  const before = failedCase({ name: 'as before', comparison: { kind: 'same', varying: [] } });
  const changed = caseOf({
    name: 'another',
    comparison: { kind: 'changed', message: 'The response changed: total was 24.', diff: '- 24\n+ 25', varying: [] },
  });
  const counts = { same: 1, changed: 1, fixed: 0, broken: 0, new: 0, unknown: 0 };
  const comparison = { commit: '0123456789abcdef', ref: 'main', counts };
  const regressions = await valid({
    ...suiteOf([before, changed]),
    verdict: 'passed',
    comparison: { ...comparison, failOn: 'regressions' },
  });
  expect(attributesOf(regressions, 'testsuites')).toMatchObject({ tests: '2', failures: '0' });
  expect(attributesOf(regressions, 'testsuite')).toMatchObject({ failures: '0', skipped: '1' });
  expect(attributesOf(regressions, 'skipped')['message']).toBe(
    'Fails as before, and does not count: output.total is 24, and 25 was expected.',
  );
  const changes = await valid({
    ...suiteOf([before, changed]),
    verdict: 'failed',
    comparison: { ...comparison, failOn: 'changes' },
  });
  expect(attributesOf(changes, 'testsuites')).toMatchObject({ tests: '2', failures: '1' });
  expect(attributesOf(changes, 'failure')).toEqual({
    message: 'The response changed: total was 24.',
    type: 'InvokeLocal.ResponseChanged',
  });
  expect(textsIn(changes, 'failure')[0]).toContain('  - 24\n  + 25');
});

test('functions, cases and files whose names are nothing but escapes of a terminal leave a valid report', async () => {
  const nothing = '\u001b[2J\u001b[H';
  const findings = [{ message: nothing, path: nothing, file: nothing, line: 1 }];
  await valid(
    suiteOf([caseOf({ function: nothing, name: nothing }), failedCase({ name: nothing, file: nothing, findings })]),
  );
});

test('all that these tests have rendered is valid', async () => {
  expect(await junitProblems(...documents)).toEqual([]);
});
