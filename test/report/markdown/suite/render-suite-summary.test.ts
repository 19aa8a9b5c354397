import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { renderSuiteSummary } from '../../../../src/report/markdown/suite/render-suite-summary.js';
import type { SuiteReport } from '../../../../src/report/suite/suite-report.js';
import { cpuMs } from '../../../cpu-time.js';
import { repositoryRoot } from '../../../paths.js';
import { caseOf, failedCase, mixedSuite, suiteOf, thrownCase } from '../../suite-reports.js';

const megabyte = 1024 * 1024;

function render(report: SuiteReport, more: { maxBytes?: number; coverage?: string } = {}): Promise<string> {
  const options = { redact: (text: string) => text, workspace: '/workspace', diagnostics: [], maxBytes: megabyte };
  return renderSuiteSummary(report, { ...options, ...more });
}

test('a suite with something of everything is rendered as it is kept in its file', async () => {
  const file = join(repositoryRoot, 'test', 'report', 'markdown', 'suite', 'mixed-suite.md');
  const markdown = await render(mixedSuite);
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, markdown);
  expect(markdown).toBe(readFileSync(file, 'utf8'));
});

describe('the verdict', () => {
  const skipped = caseOf({ status: 'skipped', reason: 'later' });
  const stopped = caseOf({ status: 'stopped', reason: 'cancelled' });
  test.each<[string, SuiteReport]>([
    ['✅ 2 cases passed', suiteOf([caseOf(), caseOf()])],
    ['✅ 1 case passed', suiteOf([caseOf(), skipped])],
    ['✅ 2 cases passed, 1 of them not at the first attempt', suiteOf([caseOf(), caseOf({ status: 'flaky' })])],
    ['✅ 1 case was skipped', suiteOf([skipped])],
    ['✅ There was no case to run', suiteOf([])],
    ['❌ 1 of 2 cases failed', suiteOf([caseOf(), failedCase()])],
    ['❌ 1 of 2 cases was not finished', suiteOf([caseOf(), stopped])],
    ['❌ 1 of 1 case is flaky', suiteOf([caseOf({ status: 'flaky' })], { verdict: 'failed' })],
    ['❌ No case was run', suiteOf([], { verdict: 'failed', stopped: { reason: 'cancelled' } })],
    ['❌ 1 of 1 case failed (shard 2 of 8)', suiteOf([failedCase()], { shard: { index: 2, count: 8, plan: '' } })],
  ])('is %s', async (expected, report) => {
    expect((await render(report)).split('\n')[0]).toBe(`### ${expected}`);
  });
});

test('of 10,000 failures the page has the first ones, a count of the rest, and is within 1 MiB', async () => {
  const cases = Array.from({ length: 10_000 }, (_, index) =>
    failedCase({
      name: `case ${index}`,
      function: `function-${index % 400}`,
      read: { event: `"${'e'.repeat(20_000)}"`, response: `"${'r'.repeat(20_000)}"`, log: 'line\n'.repeat(5_000) },
    }),
  );
  const startedAt = cpuMs();
  const markdown = await render(suiteOf(cases, { uncovered: Array.from({ length: 5_000 }, (_, at) => `idle-${at}`) }));
  expect(cpuMs() - startedAt).toBeLessThan(5_000);
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(megabyte);
  expect(Buffer.byteLength(markdown)).toBeGreaterThan(megabyte / 4);
  expect(markdown).toContain('### ❌ 10,000 of 10,000 cases failed');
  expect(markdown).toMatch(/The table has no room for 9,500 more failures\./);
  expect(markdown).toMatch(/The details of 9,900 failures are not on this page/);
  expect(markdown).toMatch(/The table has no room for 100 more functions\./);
  expect(markdown).toContain('5,000 functions without any case: `idle-0`, ');
  expect(markdown).toContain(', and 4,970 more');
});

test.each([0, 10, 100, 1_000, 3_000, 20_000])(
  'within %i bytes it is whole parts, the verdict last of all to go',
  async (maxBytes) => {
    const markdown = await render(suiteOf(Array.from({ length: 50 }, () => thrownCase())), { maxBytes });
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
    if (maxBytes >= 1_000) expect(markdown).toContain('50 of 50 cases failed');
    expect(markdown.split('<details').length).toBe(markdown.split('</details>').length);
  },
);

test('up to three failures are open, more are folded', async () => {
  const failures = (count: number) => suiteOf(Array.from({ length: count }, () => failedCase()));
  expect(await render(failures(3))).toContain('<details open>');
  expect(await render(failures(4))).not.toContain('<details open>');
});

test.each<[string, NonNullable<SuiteReport['containment']>]>([
  [
    'Functions were contained by namespaces of this user, without a network. Open to them: faults of the kernel, processes, disk and processors.',
    { mechanism: 'user-namespaces', open: ['kernel', 'resources'] },
  ],
  [
    'Functions were not contained, because it is not Linux. Open to them: the network, all files of this user, its processes, ways to more privileges.',
    {
      mechanism: 'none',
      reason: 'it is not Linux',
      open: ['network', 'files', 'processes', 'privileges', 'readable-files'],
    },
  ],
])('one line says: %s', async (sentence, containment) => {
  const page = await render(suiteOf([caseOf()], { containment }));
  expect(page.split('\n').filter((line) => line.startsWith('🔒'))).toEqual([`🔒 ${sentence}`]);
});

test('a text that can be read no more is left out', async () => {
  const lost = failedCase({ texts: () => Promise.reject(new Error('gone')) });
  expect(await render(suiteOf([lost]))).toContain('output.total');
});

test('the share of the code that ran is on the page', async () => {
  const coverage = 'Coverage: 81.5 % of the lines of 3 files, in coverage';
  expect(await render(suiteOf([caseOf()]), { coverage })).toContain(`🧪 ${coverage}\n`);
});
