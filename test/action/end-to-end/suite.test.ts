import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { begun } from '../../begun.js';
import { runnersPatienceMs, type StepResult } from '../../harness/run-step.js';
import { resultsProblems } from '../../report/json/validate.js';
import { attributesOf, junitProblems } from '../../report/junit/validate.js';
import { invokeStep } from './step.js';

/** A step that runs a suite of the fixture. */
function run(
  inputs: Record<string, string>,
  more: Partial<Parameters<typeof invokeStep>[0]> = {},
): Promise<StepResult> {
  return invokeStep({ service: 'action-suite', with: inputs, ...more });
}

function errorsOf({ annotations }: StepResult): StepResult['annotations'] {
  return annotations.filter(({ type }) => type === 'error');
}

function resultsOf({ outputs }: StepResult) {
  const results = JSON.parse(readFileSync(outputs['results-file'] ?? '', 'utf8'));
  expect(resultsProblems(results)).toEqual([]);
  return results;
}

function logOf({ log }: StepResult): string {
  return stripVTControlCharacters(log.join('\n'));
}

describe('a suite that passes', () => {
  const suite = `
- { name: a number, function: echo, data: 1, expect: { output: 1 } }
- { name: a text, function: echo, data: two }
- { name: a failure, function: throws, expect: { error: no price } }
`;

  test('passes the step, has its counts, and says what came of each case', async () => {
    const result = await run({ suite });
    expect(result.outcome).toBe('success');
    expect(errorsOf(result)).toEqual([]);
    const counts = { total: '3', passed: '3', failed: '0', flaky: '0', skipped: '0', 'failed-cases': '[]' };
    expect(result.outputs).toMatchObject({ ...counts, status: 'success', error: '', 'error-type': '', output: '' });
    expect(logOf(result)).toMatch(/^ok +echo: a number \(\d+ ms\)$/m);
    expect(logOf(result)).toMatch(/^3 cases: 3 passed, 0 failed, 0 skipped$/m);
    expect(result.summary).toMatch(/^### ✅ 3 cases passed\n/);
    expect(resultsOf(result)).toMatchObject({ verdict: 'passed', totals: { total: 3, passed: 3 } });
  });

  test('has all that handlers printed in its log file, before what came of the case', async () => {
    const { outputs } = await run({ suite });
    const log = readFileSync(outputs['log-file'] ?? '', 'utf8');
    expect(log).toMatch(/START RequestId.*echoing 1\n.*END RequestId.*\nREPORT.*\nok +echo: a number/s);
    expect(log).not.toContain('\u001b');
  });
});

test('a suite of a job that is debugged tells of its functions and of how each case ran; its page tells of coverage', async () => {
  const suite =
    '- { name: one, function: echo, data: { n: 1 }, repeat: 2 }\n- { name: two, function: echo, skip: later }\n';
  const coverage = mkdtempSync(join(tmpdir(), 'suite coverage '));
  const { rawLines, summary } = await run({ suite, coverage }, { env: { RUNNER_DEBUG: '1', OF_THE_STEP: 'a-value' } });
  const debug = rawLines.filter((line) => line.startsWith('::debug::')).join('\n');
  expect(debug).toMatch(/^::debug::echo: nodejs\d+\.x, src\/handlers\.echo; \d+ MB; \d+ s; .*code .*action-suite/m);
  expect(debug).toMatch(
    /^::debug::.*one: attempt 1, success, worker 0, (?:warm|cold, init [\d.]+ ms), [\d.]+ ms, \d+ MB$/m,
  );
  expect(debug).toMatch(/^::debug::.*two: skipped$/m);
  expect(debug).not.toContain('a-value');
  expect(summary).toMatch(/^🧪 Coverage: [\d.]+ % of the lines of 1 file/m);
});

describe('a suite with failures', () => {
  const inputs = { suite: 'mixed.yml', functions: 'tells' };

  test('fails the step, with every output', async () => {
    const result = await run(inputs);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      status: 'error',
      total: '6',
      passed: '1',
      failed: '4',
      skipped: '1',
      'failed-cases': '["what comes back","what is thrown","thrown again","nowhere"]',
      'error-type': 'InvokeLocal.SuiteFailed',
      'error-message': expect.stringMatching(/^4 of 6 cases failed:\necho: what comes back\nthrows: /),
      output: '',
      'request-id': '',
    });
    expect(readFileSync(result.outputs['output-file'] ?? '', 'utf8')).toBe('');
  });

  test('is annotated at the cases, distinct functions first, then at the handler, then as a whole', async () => {
    const result = await run(inputs);
    const places = errorsOf(result).map(({ properties: { title, file, line } }) => [title, file, line]);
    expect(places).toEqual([
      ['echo: what comes back', 'action-suite/mixed.yml', '6'],
      ['throws: what is thrown', 'action-suite/mixed.yml', '7'],
      ['broken: nowhere', 'action-suite/mixed.yml', '11'],
      ['throws: thrown again', 'action-suite/mixed.yml', '9'],
      ['TypeError', 'action-suite/src/handlers.cjs', '9'],
      ['Runtime.ImportModuleError', 'action-suite/serverless.yml', '31'],
      ['The suite failed', undefined, undefined],
    ]);
    expect(errorsOf(result)[0]?.message).toContain('-   "total": 25,\n+   "total": 24,');
  });

  test('has a summary of one page: the verdict, what failed, diffs, functions, what is not covered', async () => {
    const { summary } = await run(inputs);
    expect(summary).toMatch(/^### ❌ 4 of 6 cases failed\n/);
    expect(summary).toContain('| ❌ | `echo` | `what comes back` |');
    expect(summary).toContain('`action-suite/mixed.yml:6:');
    expect(summary).toMatch(/```diff\n.*- {3}"total": 25,\n\+ {3}"total": 24,\n/s);
    expect(summary).toContain('| Function | Cases |');
    expect(summary).toContain('1 function without any case: `tells`');
    expect(summary).toContain('waits for a queue: `echo: later`');
  });

  test('passes the step with `fail-on-error: false`, and warns', async () => {
    const result = await run({ ...inputs, 'fail-on-error': 'false' });
    expect(result.exitCode).toBe(0);
    expect(errorsOf(result)).toEqual([]);
    expect(
      result.annotations.filter(({ type }) => type === 'warning').map(({ properties }) => properties['title']),
    ).toContain('echo: what comes back');
    expect(result.outputs).toMatchObject({ failed: '4', status: 'error' });
  });

  test('has reports for other tools, which are valid', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'suite-reports-'));
    const [junit, json] = [join(folder, 'new', 'junit.xml'), join(folder, 'results.json')];
    const result = await run({ ...inputs, 'report-junit': junit, 'report-json': json });
    expect(result.outputs['results-file']).toBe(json);
    expect(resultsOf(result).totals).toMatchObject({ total: 6, failed: 4 });
    const xml = readFileSync(junit, 'utf8');
    expect(await junitProblems(xml)).toEqual([]);
    expect(attributesOf(xml, 'testsuites')).toMatchObject({ tests: '6', failures: '4' });
    expect(attributesOf(xml, 'testsuite')).toMatchObject({ name: 'action-suite/echo', skipped: '1' });
  });
});

test('of many failures there are as many annotations as the runner keeps, the last of the cases with the count of the rest', async () => {
  const cases = Array.from(
    { length: 30 },
    (_, index) => `- { name: case ${index}, function: echo, data: ${index}, expect: { output: no } }`,
  );
  const result = await run({ suite: [...cases, '- { name: another, function: throws }'].join('\n') });
  const titles = errorsOf(result).map(({ properties }) => properties['title']);
  expect(titles).toHaveLength(10);
  expect(titles.slice(0, 2)).toEqual(['echo: case 0', 'throws: another']);
  expect(titles.slice(-2)).toEqual(['And 23 more', 'The suite failed']);
});

test('a crash in the second of three cases leaves the third to a cold start', async () => {
  const result = await run({ suite: 'crash.yml' });
  expect(result.outputs).toMatchObject({ passed: '2', failed: '1', 'failed-cases': '["second"]' });
  expect(resultsOf(result).cases.map(({ isCold }: { isCold: boolean }) => isCold)).toEqual([true, false, true]);
});

test('a flaky case is named, and never silently green', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'flaky-')), 'count');
  const suite = JSON.stringify([{ name: 'at last', function: 'flaky', data: { file, failures: 1 } }]);
  const result = await run({ suite, retries: '2', isolate: 'false' });
  expect(result.outcome).toBe('success');
  expect(result.outputs).toMatchObject({ total: '1', passed: '0', flaky: '1', output: '"at last"' });
  expect(result.summary).toContain('Flaky, passed only after a failure: `flaky: at last`');
  expect(logOf(result)).toMatch(/^flaky +flaky: at last/m);

  const again = join(mkdtempSync(join(tmpdir(), 'flaky-')), 'count');
  const strict = {
    suite: suite.replaceAll(JSON.stringify(file), JSON.stringify(again)),
    retries: '2',
    'fail-on-flaky': 'true',
  };
  expect((await run(strict)).exitCode).toBe(1);
});

describe('of a suite with one case', () => {
  test('the outputs of its invocation are set', async () => {
    const { outputs } = await run({ suite: '- { function: http, event-source: { with: { path: /orders/7 } } }' });
    expect(outputs).toMatchObject({ status: 'success', 'status-code': '200', error: '', total: '1' });
    expect(JSON.parse(outputs['output'] ?? '')).toMatchObject({ body: '{"id":"7"}' });
    expect(readFileSync(outputs['output-file'] ?? '', 'utf8')).toBe(outputs['output']);
    expect(JSON.parse(outputs['headers'] ?? '')).toEqual({ 'content-type': 'application/json' });
    expect(Number(outputs['duration-ms'])).toBeGreaterThan(0);
    expect(Number(outputs['init-duration-ms'])).toBeGreaterThan(0);
    expect(outputs['request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the status and headers of a streamed response are set', async () => {
    const { outputs } = await run({
      suite: '- { function: streams, event: function-url, expect: { status-code: 201 } }',
    });
    expect(outputs).toMatchObject({ passed: '1', output: 'streamed', 'status-code': '201' });
    expect(JSON.parse(outputs['headers'] ?? '')).toEqual({ 'content-type': 'text/plain', 'set-cookie': ['a=1'] });
  });

  test('the error of its function is set, also where it was expected', async () => {
    const { outputs, exitCode } = await run({ suite: '- { function: throws, expect: { error: no price } }' });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      status: 'error',
      'error-type': 'TypeError',
      'error-message': 'no price',
      passed: '1',
    });
    expect(JSON.parse(outputs['error'] ?? '')).toMatchObject({ errorType: 'TypeError', errorMessage: 'no price' });
  });

  test('an expectation that was not met is the error', async () => {
    const { outputs } = await run({ suite: '- { function: echo, data: 1, expect: { output: 2 } }' });
    expect(outputs).toMatchObject({
      status: 'success',
      output: '1',
      'error-type': 'InvokeLocal.ExpectationFailed',
      'error-message': 'output is 1, and 2 was expected.',
    });
  });
});

test('schemas of each dialect hold, in the bundle too', async () => {
  const cases = ['draft-07', '2019-09', '2020-12'].flatMap((dialect) => [
    { name: `valid by ${dialect}`, function: 'echo', data: { id: 7 }, expect: { schema: `schemas/${dialect}.json` } },
    { name: `invalid by ${dialect}`, function: 'echo', data: {}, expect: { schema: `schemas/${dialect}.json` } },
  ]);
  const { outputs } = await run({ suite: JSON.stringify(cases) });
  expect(JSON.parse(outputs['failed-cases'] ?? '')).toEqual([
    'invalid by draft-07',
    'invalid by 2019-09',
    'invalid by 2020-12',
  ]);
});

describe('events that lie in the project', () => {
  test('are cases without any case file', async () => {
    const result = await run({ functions: '*\n!broken', 'test-name': '^echo' });
    expect(result.outputs).toMatchObject({ total: '1', passed: '1', output: '{"from":"event"}' });
    expect(result.summary).toMatch(/8 functions without any case: /);
  });

  test('where there is none, the step fails, unless it may be empty', async () => {
    const inputs = { suite: '- { name: a, function: echo, tags: [slow] }', tags: 'quick' };
    const refused = await run(inputs);
    expect(refused.exitCode).toBe(1);
    expect(errorsOf(refused)[0]?.message).toContain('None of the 1 cases matches');
    const allowed = await run({ ...inputs, 'allow-empty': 'true' });
    expect(allowed.exitCode).toBe(0);
    expect(allowed.outputs).toMatchObject({ total: '0', passed: '0', failed: '0', status: 'success' });
  });
});

describe('a suite that can not be run', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a mistake in a case', { suite: '- { function: echo, dat: 1 }' }, /unknown key `dat`.*Did you mean `data`/s],
    ['a file that is not there', { suite: 'nowhere.yml' }, /There is no case file nowhere\.yml/],
    [
      '`function` beside it',
      { suite: 'mixed.yml', function: 'echo' },
      /`function` belongs to a single invocation, and `suite`/,
    ],
    ['`data` beside it', { functions: '*', data: '{}' }, /`data` belongs to a single invocation, and `functions`/],
    ['`events` without `functions`', { suite: 'mixed.yml', events: 'x/*.json' }, /no function is named there/],
    ['a number that is none', { suite: 'mixed.yml', retries: 'two' }, /`retries` is "two".*whole number from 0 to 100/],
    ['a pattern that is none', { suite: 'mixed.yml', 'test-name': '(' }, /`test-name` is no regular expression/],
    ['an isolation that is none', { suite: 'mixed.yml', isolate: 'all' }, /neither a boolean nor/],
    ['a time that is none', { suite: 'mixed.yml', 'timeout-minutes': '0' }, /`timeout-minutes` is "0"/],
    ['a case that is marked only', { suite: '- { function: echo, only: true }' }, /marked "only"/],
    ['a report in a folder', { suite: 'mixed.yml', 'report-junit': 'action-suite/' }, /which is a folder/],
  ])('since of %s is an error with a clear message, and every output is set', async (_, inputs, message) => {
    const result = await run({ 'fail-on-error': 'false', ...inputs });
    expect(result.exitCode).toBe(1);
    const [error, ...others] = errorsOf(result);
    expect(others).toEqual([]);
    expect(error?.properties['title']).toBe('Nothing was run');
    expect(error?.message).toMatch(message);
    expect(result.outputs).toMatchObject({
      status: 'error',
      'error-type': 'InvokeLocal.InvalidRequest',
      total: '',
      failed: '',
      'failed-cases': '[]',
    });
    expect(result.summary).toContain('### ❌ No case was run');
  });

  test('has reports that say so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'suite-reports-'));
    const junit = join(folder, 'junit.xml');
    const result = await run({ suite: 'nowhere.yml', 'report-junit': junit });
    const xml = readFileSync(junit, 'utf8');
    expect(await junitProblems(xml)).toEqual([]);
    expect(attributesOf(xml, 'failure')['message']).toContain('There is no case file nowhere.yml');
    expect(resultsOf(result)).toMatchObject({
      verdict: 'failed',
      cases: [],
      problems: [{ code: 'case-files-missing' }],
    });
  });
});

test('neither a function nor a suite: the error says what to write, and lists the functions', async () => {
  const result = await run({});
  const [error] = errorsOf(result);
  expect(error?.message).toMatch(/neither `function`, nor `suite`, nor `functions`/);
  expect(error?.message).toMatch(/echo, throws, crashes.*`suite: FILE`/s);
});

test('an input of suites without one is an error', async () => {
  const [error] = errorsOf(await run({ function: 'echo', retries: '2' }));
  expect(error?.message).toMatch(/`retries` belongs to a suite, and none is asked for/);
});

test('a single invocation takes a sample event', async () => {
  const sample = await run({ function: 'echo', event: '{ sample: sqs, with: { body: { id: 7 } } }' });
  expect(JSON.parse(sample.outputs['output'] ?? '')).toMatchObject({ Records: [{ body: '{"id":7}' }] });
  expect(sample.outputs).toMatchObject({ total: '', failed: '', 'failed-cases': '', 'results-file': '' });
  const source = await run({ function: 'http', 'event-source': 'true' });
  expect(JSON.parse(source.outputs['output'] ?? '')).toMatchObject({ body: '{"id":"1"}' });
});

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a suite that is cancelled in its middle', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s has the outputs, the summary and the reports of what there is', async (signal, code) => {
    const junit = join(mkdtempSync(join(tmpdir(), 'suite-reports-')), 'junit.xml');
    let cancelledAt = 0;
    const suite =
      '- { name: quick, function: echo }\n- { name: endless, function: hangs }\n- { name: never, function: hangs }';
    const result = await run(
      { suite, concurrency: '2', 'report-junit': junit },
      {
        onLine(line, child) {
          if (!line.includes('echo: quick') || cancelledAt > 0) return;
          cancelledAt = performance.now();
          setTimeout(() => child.kill(signal), 300);
        },
      },
    );
    expect(result.exitCode).toBe(code);
    expect(performance.now() - cancelledAt).toBeLessThan(runnersPatienceMs);
    expect(result.outputs).toMatchObject({
      status: 'error',
      'error-type': 'InvokeLocal.Cancelled',
      total: '3',
      passed: '1',
      failed: '0',
    });
    expect(result.summary).toContain('### ❌ 2 of 3 cases were not finished');
    expect(resultsOf(result)).toMatchObject({ verdict: 'failed', totals: { passed: 1, stopped: 2 } });
    expect(attributesOf(readFileSync(junit, 'utf8'), 'testsuites')).toMatchObject({ tests: '4', failures: '1' });
    expect(logOf(result).split('\n').at(-1)).toBe(`Cancelled by ${signal}: the handlers were stopped.`);
  });
});

describe('whatever handlers print and cases are called', () => {
  const forged = [
    '::error::forged',
    '##[error]forged',
    '::set-output name=status::forged',
    '::stop-commands::x',
    '```',
    '</details>',
  ];

  test('is no command of the runner, and ends no fence', async () => {
    const name = forged.join('\n');
    const suite = JSON.stringify([
      { name, function: 'forges', data: { lines: forged }, expect: { output: `${name}\nmore` } },
      { name: `${name}!`, function: 'echo', data: forged, expect: { output: [...forged, name] } },
    ]);
    const result = await run({ suite });
    expect(result.outputs['status']).toBe('error');
    expect(result.failures).toEqual([]);
    expect(result.annotations.filter(({ message }) => message === 'forged')).toEqual([]);
    expect(errorsOf(result).map(({ properties }) => properties['title'])).toHaveLength(3);
    expect(result.summary.match(/^<details open>$/gm)).toHaveLength(2);
  });

  test('has no secret of the step, in any place', async () => {
    const key = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
    const junit = join(mkdtempSync(join(tmpdir(), 'suite-reports-')), 'junit.xml');
    const result = await run({
      suite: `- { name: "a ${key}", function: tells, expect: { output: { key: no } } }\n- { name: other, function: tells }`,
      'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE',
      'aws-secret-access-key': key,
      'report-junit': junit,
    });
    expect(result.outputs).toMatchObject({ failed: '1', passed: '1' });
    const { outputs, log, summary, annotations } = result;
    const files = [outputs['log-file'], outputs['results-file'], junit].map((file) => readFileSync(file ?? '', 'utf8'));
    for (const text of [log.join('\n'), summary, JSON.stringify(annotations), JSON.stringify(outputs), ...files]) {
      expect(text).not.toContain(key);
    }
    expect(files.every((text) => text.includes('***'))).toBe(true);
  });
});

test('nothing of a run is left in the temporary folder of the machine', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'suite-tmp-'));
  const { outputs } = await run({ suite: 'crash.yml' }, { env: { TMPDIR: temporary } });
  expect(outputs['total']).toBe('3');
  expect(readdirSync(temporary)).toEqual([]);
});

test(
  'the time of the whole ends it, and what there is is reported',
  begun(async () => {
    const suite = '- { name: quick, function: echo }\n- { name: endless, function: hangs }';
    const result = await run({ suite, 'timeout-minutes': '0.2', concurrency: '2' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ total: '2', passed: '1', failed: '0', status: 'error' });
    expect(result.summary).toContain('they are over');
  }),
);
