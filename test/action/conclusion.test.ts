import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Conclusion, conclusionOf } from '../../src/action/conclusion.js';
import type { Diagnostic, SourceLocation } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import type { FailedResult } from '../../src/invoke/result.js';
import { reportInvocation } from '../../src/report/invocation-report.js';
import type { Outcome } from '../../src/report/outcome.js';
import { failed, invoked, succeeded } from './results.js';

const workspace = resolve('/workspace');
const runtimes = resolve('/action/runtimes');

interface Given {
  readonly diagnostics?: readonly Diagnostic[];
  readonly failOnError?: boolean;
  readonly workspace?: string;
}

async function conclude(outcome: Outcome, given: Given = {}): Promise<Conclusion> {
  const log = { text: '', omittedBytes: 0 };
  const { diagnostics = [] } = given;
  const report = await reportInvocation(outcome, { diagnostics, log, startedAt: new Date(), runtimes });
  return conclusionOf(report, { failOnError: true, workspace, ...given });
}

/** A failure of a function whose handler the configuration names at this place. */
function failedAt(handler: SourceLocation, changes: Partial<FailedResult>): Outcome {
  const failure = failed('Error', 'no');
  return invoked({ ...failure, ...changes, function: { ...failure.function, origin: async () => handler } });
}

test('a success is a plain line', async () => {
  expect(await conclude(invoked(succeeded('1')))).toEqual({
    exitCode: 0,
    message: 'hello succeeded in 12.35 ms (init 81 ms, 45 MB of 1024 MB)',
    mood: 'good',
  });
});

test('a success with an error among the diagnostics fails the step', async () => {
  const diagnostics = [{ severity: 'error', code: 'x', message: 'x' } as const];
  expect((await conclude(invoked(succeeded('1')), { diagnostics })).exitCode).toBe(1);
});

test.each([
  ['error', 'hello failed: TypeError: no'],
  ['timeout', 'hello timed out: TypeError: no'],
  ['crash', 'hello crashed: TypeError: no'],
] as const)('a failure of status %s is annotated and fails the step', async (status, message) => {
  expect(await conclude(invoked(failed('TypeError', 'no', { status })))).toEqual({
    exitCode: 1,
    message,
    annotation: { title: 'TypeError' },
  });
});

test('a failure is annotated at the first frame of the user, with the frames of the user, however long its message is', async () => {
  const file = join(workspace, 'src', 'x.js');
  const trace = [
    'Error: no',
    `    at f (${join(runtimes, 'node', 'a.cjs')}:1:1)`,
    `    at handler (${file}:3:9)`,
    '    at node:internal/x:1:1',
    `    at outer (${file}:7:1)`,
  ];
  const short = await conclude(invoked(failed('Error', 'no', { trace })));
  expect(short.message).toBe('hello failed: Error: no\n    at handler (src/x.js:3:9)\n    at outer (src/x.js:7:1)');
  expect(short.annotation).toEqual({ title: 'Error', file: 'src/x.js', startLine: 3, startColumn: 9 });
  const long = await conclude(invoked(failed('Error', 'x'.repeat(9000), { trace })));
  expect(long.message).toMatch(/x\n {4}at handler .*\n {4}at outer .*$/);
  expect(long.message.length).toBeLessThanOrEqual(4096);
});

test('a handler that could not be loaded is annotated where the configuration names it', async () => {
  const place = { file: join(workspace, 'svc', 'serverless.yml'), line: 12, column: 5 };
  const outcome = failedAt(place, { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.x is undefined' });
  expect(await conclude(outcome)).toEqual({
    exitCode: 1,
    message: 'hello failed: Runtime.HandlerNotFound: index.x is undefined\n    at svc/serverless.yml:12:5',
    annotation: { title: 'Runtime.HandlerNotFound', file: 'svc/serverless.yml', startLine: 12, startColumn: 5 },
  });
});

test('an error at import is annotated at the line of the user that raised it', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'conclusion-')));
  mkdirSync(join(folder, 'src'));
  const file = join(folder, 'src', 'app.py');
  writeFileSync(file, '');
  const trace = [`  File "${file}", line 4, in <module>\n    raise ValueError()\n`];
  const outcome = failedAt({ file: join(folder, 'serverless.yml'), line: 2 }, { trace, initFailed: true });
  const { annotation } = await conclude(outcome, { workspace: folder });
  expect(annotation).toEqual({ title: 'Error', file: 'src/app.py', startLine: 4 });
});

test('a crash without a trace is annotated at the place that the process named as it died', async () => {
  const file = join(workspace, 'src', 'x.js');
  const stderrTail = `${file}:3\n  throw new Error('late')\n  ^\n\nError: late\n    at Timeout._onTimeout (${file}:3:9)\n`;
  const { annotation } = await conclude(
    invoked({ ...failed('Runtime.ExitError', 'x', { status: 'crash' }), stderrTail }),
  );
  expect(annotation).toMatchObject({ file: 'src/x.js', startLine: 3, startColumn: 9 });
});

test('a failure that is no failure of the step is a plain line', async () => {
  expect(await conclude(invoked(failed('TypeError', 'no')), { failOnError: false })).toEqual({
    exitCode: 0,
    message: 'hello failed: TypeError: no',
    mood: 'bad',
  });
});

test('a trace that the log does not have is said', async () => {
  const log = { text: '', omittedBytes: 0 };
  const report = await reportInvocation(invoked(failed('Error', 'no')), {
    diagnostics: [],
    log,
    startedAt: new Date(),
    runtimes,
  });
  if (report.outcome.kind !== 'failed') throw new Error('it did not fail');
  const trace = [{ text: 'Error: no', kind: 'text' } as const];
  const outcome = { ...report.outcome, failure: { ...report.outcome.failure, trace, traceTellsMore: true } as const };
  for (const failOnError of [true, false]) {
    expect(conclusionOf({ ...report, outcome }, { failOnError, workspace }).trace).toEqual(['Error: no']);
    expect(conclusionOf(report, { failOnError, workspace }).trace).toBeUndefined();
  }
});

test('a wrong request fails the step, at the place that is wrong', async () => {
  const location = { file: join(workspace, 'serverless.yml'), line: 2 };
  const error = new UserError({ code: 'x', message: 'Wrong.', hint: 'Mend it.', location });
  expect(await conclude({ kind: 'refused', error })).toEqual({
    exitCode: 1,
    message: 'Wrong.\nserverless.yml:2\nMend it.',
    annotation: { title: 'Nothing was invoked', file: 'serverless.yml', startLine: 2 },
  });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a step that is cancelled by %s ends with %i', async (signal, exitCode) => {
  expect((await conclude({ kind: 'cancelled', signal })).exitCode).toBe(exitCode);
});

test('a defect of ours shows its stack', async () => {
  const { exitCode, message } = await conclude({ kind: 'defect', error: new RangeError('oops') });
  expect(exitCode).toBe(1);
  expect(message).toMatch(/^RangeError: oops\n {4}at .*conclusion\.test/);
});

test('an error type of any length and shape is a title of one line', async () => {
  const { annotation } = await conclude(invoked(failed(` ${'Odd\n'.repeat(900)}`, 'no')));
  expect(annotation?.title).toMatch(/^Odd Odd .* … 3,\d{3} characters are cut here … .*Odd$/);
  expect(annotation?.title?.length).toBeLessThanOrEqual(200);
});
