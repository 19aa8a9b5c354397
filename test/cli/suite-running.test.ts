import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { begun } from '../begun.js';
import { newPath, resultsIn, suite, verdicts } from './suite-command.js';

test('a case whose event can not be had is told of at its own line', async () => {
  const run = await suite(['command-fails.yml']);
  expect(run.code).toBe(1);
  expect(run.lines.join('\n')).toMatch(/exit code 3, and printed nothing\. \(\S*command-fails\.yml:3:3\)/);
});

test('a tag that no case has is a warning', async () => {
  const run = await suite(['tagged.yml', '--tags', 'smoke,smok']);
  expect(verdicts(run)).toEqual(['ok echo: tagged']);
  expect(run.lines.join('\n')).toMatch(/^warning: No case has the tag `smok`\.\n.*Did you mean `smoke`\?/m);
});

test('with isolate case each case has a cold sandbox of its own', async () => {
  const report = newPath('results.json');
  expect((await suite(['isolated.yml'])).code).toBe(1);
  const run = await suite(['isolated.yml', '--isolate', 'case', '--report-json', report]);
  expect(run.code).toBe(0);
  expect(resultsIn(report).cases.map(({ name, isCold }) => [name, isCold])).toEqual([
    ['one', true],
    ['two', true],
    ['three', true],
  ]);
});

describe('retries', () => {
  const flaky = (...more: string[]) =>
    suite(['flaky.yml', '--isolate', 'false', ...more], { FLAKY_FILE: newPath('calls') });

  test('try a failed case again in a cold sandbox, and name it as flaky', async () => {
    const report = newPath('results.json');
    const run = await flaky('--retries', '2', '--report-json', report);
    expect(new Set(verdicts(run))).toEqual(
      new Set(['flaky flaky: fails once: it passed at attempt 2', 'ok echo: passes at once']),
    );
    expect(run.lines.join('\n')).toMatch(/The function failed \(Error: not yet\), and should have succeeded/);
    expect(run.lines.at(-1)).toBe('2 cases: 1 passed, 0 failed, 1 flaky (fails once), 0 skipped');
    expect(run.code).toBe(0);
    const { verdict, totals, cases } = resultsIn(report);
    expect([verdict, totals['flaky'], cases[0]?.status, cases[0]?.attempts]).toEqual(['passed', 1, 'flaky', 2]);
  });

  test('make the suite fail with --fail-on-flaky', async () => {
    expect((await flaky('--retries', '2', '--fail-on-flaky')).code).toBe(1);
  });

  test('are not made where nothing is said', async () => {
    const run = await flaky();
    expect(run.lines.at(-1)).toBe('2 cases: 1 passed, 1 failed, 0 skipped');
    expect(run.code).toBe(1);
  });

  test('end with the last attempt that is allowed', async () => {
    const report = newPath('results.json');
    const run = await suite(['crash.yml', '--retries', '2', '--report-json', report]);
    expect(run.code).toBe(1);
    expect(resultsIn(report).cases.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['passed', 1],
      ['failed', 3],
      ['passed', 1],
    ]);
  });
});

test('with fail-fast nothing is begun after the first failure, and the rest is told as stopped', async () => {
  const report = newPath('results.json');
  const run = await suite(['crash.yml', 'isolated.yml', '--fail-fast', '--report-json', report]);
  expect(verdicts(run)).toEqual(['ok count: first', 'failed count: second crashes']);
  expect(run.lines.slice(-2)).toEqual([
    'The run was stopped: the case "second crashes" failed.',
    '6 cases: 1 passed, 1 failed, 0 skipped, 4 not run to their end',
  ]);
  expect(run.code).toBe(1);
  const { cases, totals, stopped } = resultsIn(report);
  expect(cases[2]).toMatchObject({
    status: 'stopped',
    reason: 'the run was stopped: the case "second crashes" failed',
    texts: {},
  });
  expect([totals['stopped'], stopped?.reason]).toEqual([4, 'the case "second crashes" failed']);
});

(process.platform === 'win32' ? test.skip : test).each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)(
  'a run that is ended by %s writes the report of what it has, and leaves no process',
  async (signal, code) => {
    const report = newPath('results.json');
    const started = newPath('started');
    const run = await suite(['slow.yml', '--isolate', 'false', '--report-json', report], {
      STARTED_FILE: started,
    }, (child) => {
      const endOnceSlow = async (): Promise<void> => {
        while (!existsSync(started) || readFileSync(started, 'utf8').split('\n').length < 3) await sleep(20);
        child.kill(signal);
      };
      void endOnceSlow();
    });
    expect(run.code).toBe(code);
    expect(verdicts(run)).toEqual(['ok slow: quick']);
    const { cases, stopped, verdict } = resultsIn(report);
    expect(cases.map(({ status }) => status)).toEqual(['passed', 'stopped', 'stopped']);
    expect([verdict, stopped?.reason]).toEqual(['failed', 'it was cancelled']);
    const pid = Number(readFileSync(started, 'utf8').split('\n')[1]);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  },
);

test('ten thousand cases are run in less than 150 MiB, and each is in the results', async () => {
  const report = newPath('results.json');
  let peakMiB = 0;
  const run = await suite(['thousands.yml', '--report-json', report], {}, (child) => {
    const sampling = setInterval(() => {
      peakMiB = Math.max(peakMiB, peakMiBOf(child.pid));
    }, 100);
    child.on('close', () => clearInterval(sampling));
  });
  expect(peakMiB).toBeLessThan(150);
  expect(run.lines.at(-1)).toBe('10000 cases: 10000 passed, 0 failed, 0 skipped');
  const { cases, totals } = resultsIn(report);
  expect(totals).toMatchObject({ total: 10_000, passed: 10_000 });
  expect(new Set(cases.map(({ id }) => id)).size).toBe(10_000);
  expect(cases.every(({ name, texts }) => texts['response'] === `{"n":${name.at(-1)}}`)).toBe(true);
}, 180_000);

/** The peak memory of a running process, in MiB; 0 where the system does not tell. */
function peakMiBOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test.each([
  ['--concurrency', '0', 'The flag --concurrency takes a whole number from 1 on, and "0" was given.'],
  ['--retries', '-1', 'The flag --retries takes a whole number from 0 on, and "-1" was given.'],
  ['--isolate', 'function-ish', 'The flag --isolate takes auto, true or false, for a suite also case'],
  ['--timeout-minutes', 'soon', 'The flag --timeout-minutes takes a number of minutes greater than 0'],
  ['--fail-fast=perhaps', '', 'The flag --fail-fast takes no value, or true or false, and "perhaps" was given.'],
  ['-t', '(', 'The flag -t takes a regular expression'],
  ['-f', 'echo', 'The flag --function (-f) means nothing for a suite.'],
  ['--data', '{}', 'The flag --data (-d) means nothing for a suite.'],
  ['--report-json', '/', 'which is a folder'],
])('%s %s is a mistake, and nothing is run', async (flag, value, message) => {
  const run = await suite(['warm.yml', flag, ...(value === '' ? [] : [value])]);
  expect(run.lines.join('\n')).toContain(message);
  expect(verdicts(run)).toEqual([]);
  expect(run.code).toBe(2);
});

test('no case at all passes only where that is allowed', async () => {
  expect((await suite(['nothing-*.yml'])).code).toBe(2);
  const run = await suite(['nothing-*.yml', '--allow-empty']);
  expect([run.code, run.lines.at(-1)]).toEqual([0, '0 cases: 0 passed, 0 failed, 0 skipped']);
});

const ends = [
  { what: 'crash', file: 'crash.yml', name: 'second crashes' },
  { what: 'timeout', file: 'hang.yml', name: 'second hangs' },
].map(({ what, file, name }) => {
  const run = begun(async () => {
    const report = newPath('results.json');
    const run = await suite([file, '--report-json', report]);
    expect(verdicts(run)).toEqual(['ok count: first', `failed count: ${name}`, 'ok count: third is cold']);
    expect(resultsIn(report).cases.map(({ isCold }) => isCold)).toEqual([true, false, true]);
    expect(run.code).toBe(1);
  });
  return { what, run };
});
test.each(ends)('after a $what the next case starts cold, and the case fails', ({ run }) => run());

test(
  'a timeout is explained where it was not expected, without the place of a limit that is not its own',
  begun(async () => {
    const expected = await suite(['expected-timeout.yml']);
    expect(expected.code).toBe(0);
    expect(expected.lines.join('\n')).not.toContain('did not answer within its timeout');
    const unexpected = (await suite(['hang.yml'])).lines.join('\n');
    expect(unexpected).toContain('count did not answer within its timeout of 5 s.');
    expect(unexpected).not.toMatch(/timeout of 5 s\.\n {2}at /);
  }),
);

test(
  'a run that takes longer than it may is stopped, and what it has is reported',
  begun(async () => {
    const report = newPath('results.json');
    const startedMs = performance.now();
    const run = await suite(['slow.yml', '--timeout-minutes', '0.2', '--report-json', report]);
    expect(performance.now() - startedMs).toBeLessThan(45_000);
    expect(verdicts(run)).toEqual(['ok slow: quick']);
    expect(run.lines.at(-2)).toBe('The run was stopped: it had 12 seconds, and they are over.');
    expect(resultsIn(report).cases.map(({ status }) => status)).toEqual(['passed', 'stopped', 'stopped']);
    expect(run.code).toBe(1);
  }),
);
