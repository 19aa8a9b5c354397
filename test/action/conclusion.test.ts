import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { conclusionOf } from '../../src/action/conclusion.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { failed, invoked, succeeded } from './results.js';

const workspace = resolve('/workspace');
const runtimes = resolve('/action/runtimes');

test('a success is a plain line', () => {
  expect(conclusionOf(invoked(succeeded('1')), { findings: [], workspace, runtimes })).toEqual({
    exitCode: 0,
    message: 'hello succeeded in 12.35 ms (init 81 ms, 45 MB of 1024 MB)',
  });
});

test('a success with an error among the findings fails the step', () => {
  const findings = [{ severity: 'error', code: 'x', message: 'x' } as const];
  expect(conclusionOf(invoked(succeeded('1')), { findings, workspace, runtimes }).exitCode).toBe(1);
});

test.each([
  ['error', 'hello failed: TypeError: no'],
  ['timeout', 'hello timed out: TypeError: no'],
  ['crash', 'hello crashed: TypeError: no'],
] as const)('a failure of status %s is annotated and fails the step', (status, message) => {
  expect(conclusionOf(invoked(failed('TypeError', 'no', { status })), { findings: [], workspace, runtimes })).toEqual({
    exitCode: 1,
    message,
    annotation: { title: 'TypeError' },
  });
});

test('a failure is annotated at the first frame of the user, and its message says the place too, however long it is', () => {
  const file = join(workspace, 'src', 'x.js');
  const trace = ['Error: no', `    at f (${join(runtimes, 'node', 'a.cjs')}:1:1)`, `    at handler (${file}:3:9)`];
  const short = conclusionOf(invoked(failed('Error', 'no', { trace })), { findings: [], workspace, runtimes });
  expect(short.message).toBe('hello failed: Error: no\n    at src/x.js:3:9');
  expect(short.annotation).toEqual({ title: 'Error', file: 'src/x.js', startLine: 3, startColumn: 9 });
  const long = conclusionOf(invoked(failed('Error', 'x'.repeat(9000), { trace })), {
    findings: [],
    workspace,
    runtimes,
  });
  expect(long.message).toMatch(/x\n {4}at src\/x\.js:3:9$/);
  expect(long.message.length).toBeLessThanOrEqual(4096);
});

test('a failure that is no failure of the step is a plain line', () => {
  expect(conclusionOf(invoked(failed('TypeError', 'no'), false), { findings: [], workspace, runtimes })).toEqual({
    exitCode: 0,
    message: 'hello failed: TypeError: no',
  });
});

test('a wrong request fails the step, at the place that is wrong', () => {
  const location = { file: join(workspace, 'serverless.yml'), line: 2 };
  const error = new UserError({ code: 'x', message: 'Wrong.', hint: 'Mend it.', location });
  expect(conclusionOf({ kind: 'refused', error }, { findings: [], workspace, runtimes })).toEqual({
    exitCode: 1,
    message: 'Wrong.\nserverless.yml:2\nMend it.',
    annotation: { title: 'Nothing was invoked', file: 'serverless.yml', startLine: 2 },
  });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a step that is cancelled by %s ends with %i', (signal, exitCode) => {
  expect(conclusionOf({ kind: 'cancelled', signal }, { findings: [], workspace, runtimes }).exitCode).toBe(exitCode);
});

test('a defect of ours shows its stack', () => {
  const { exitCode, message } = conclusionOf(
    { kind: 'defect', error: new RangeError('oops') },
    { findings: [], workspace, runtimes },
  );
  expect(exitCode).toBe(1);
  expect(message).toMatch(/^RangeError: oops\n {4}at .*conclusion\.test/);
});
