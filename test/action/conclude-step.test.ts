import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { concludeStep } from '../../src/action/conclude-step.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { FailureReport } from '../../src/report/failure/failure-report.js';
import type { InvocationReport, ReportedOutcome } from '../../src/report/invocation-report.js';
import { failed, succeeded } from './results.js';

const workspace = resolve('/workspace');
const at = (line: number) => ({ file: resolve('/workspace/svc/serverless.yml'), line });

interface Said {
  readonly exitCode: number;
  /** What is printed and annotated, in order. */
  readonly said: readonly string[];
}

async function conclude(
  outcome: ReportedOutcome,
  {
    diagnostics = [],
    failOnError = true,
    hasColour = false,
  }: { diagnostics?: readonly Diagnostic[]; failOnError?: boolean; hasColour?: boolean } = {},
): Promise<Said> {
  const said: string[] = [];
  const report: InvocationReport = { outcome, diagnostics, log: { text: '', omittedBytes: 0 }, startedAt: new Date() };
  const annotating = (severity: string) => (message: string, properties: object) =>
    void said.push(`${severity} ${JSON.stringify(properties)} ${message}`);
  const exitCode = await concludeStep(report, {
    failOnError,
    workspace,
    secrets: ['s3cr3t-value'],
    hasColour,
    loadAnnotate: async () => ({
      error: annotating('error'),
      warning: annotating('warning'),
      notice: annotating('notice'),
    }),
    write: (lines) => said.push(lines),
  });
  return { exitCode, said };
}

function failure(changes: Partial<FailureReport>, errorMessage = 'no'): ReportedOutcome {
  const result = failed('Error', errorMessage);
  return { kind: 'failed', result, failure: { errorType: 'Error', errorMessage, trace: [], ...changes } };
}

test('a success is one line, in green where there are colours', async () => {
  const outcome = { kind: 'succeeded', result: succeeded('1') } as const;
  const line = 'hello succeeded in 12.35 ms (init 81 ms, 45 MB of 1024 MB)';
  expect(await conclude(outcome)).toEqual({ exitCode: 0, said: [`${line}\n`] });
  expect((await conclude(outcome, { hasColour: true })).said).toEqual([`\u001b[32m${line}\u001b[0m\n`]);
});

test('a failure that is none of the step is one line, in red where there are colours', async () => {
  const { said, exitCode } = await conclude(failure({}), { failOnError: false, hasColour: true });
  expect({ said, exitCode }).toEqual({ exitCode: 0, said: ['\u001b[31mhello failed: Error: no\u001b[0m\n'] });
});

test('no masked value is annotated or printed', async () => {
  const outcome = failure({ handlerPlace: at(7) }, 'is s3cr3t-value');
  expect((await conclude(outcome)).said.join('\n')).toContain('hello failed: Error: is ***');
  expect((await conclude(outcome, { failOnError: false })).said).toEqual(['hello failed: Error: is ***\n']);
});

test('no verdict is a command to the runner', async () => {
  const { said } = await conclude(failure({}, 'x ##[error]y'), { failOnError: false });
  expect(said).toEqual(['hello failed: Error: x ## [error]y\n']);
});

test('a trace that the log does not have stands before the verdict, and is no command to the runner', async () => {
  const trace = ['Error: no', '::error::x', '    at f (src/a.ts:1:2)'].map((text) => ({ text, kind: 'text' }) as const);
  const { said } = await conclude(failure({ trace, traceTellsMore: true }));
  expect(said).toEqual([
    'The error, in your sources:\nError: no\n: :error::x\n    at f (src/a.ts:1:2)\n',
    'error {"title":"Error"} hello failed: Error: no',
  ]);
});

test('an init that failed in code of the user is noticed at the handler in the configuration too', async () => {
  const userPlace = { file: resolve('/workspace/svc/a.js'), line: 2 };
  const { said } = await conclude(failure({ userPlace, handlerPlace: at(7) }, 'no\nmore'));
  expect(said).toEqual([
    'notice {"file":"svc/serverless.yml","startLine":7} The handler handler.hello could not be initialised: Error: no\nsvc/serverless.yml:7',
    'error {"title":"Error","file":"svc/a.js","startLine":2} hello failed: Error: no\nmore\n    at svc/a.js:2',
  ]);
});

test('one that has no place in the code is shown at the handler alone', async () => {
  const { said } = await conclude(failure({ handlerPlace: at(7) }));
  expect(said).toEqual([
    'error {"title":"Error","file":"svc/serverless.yml","startLine":7} hello failed: Error: no\n    at svc/serverless.yml:7',
  ]);
});

test('findings are annotated before, and an error among them fails the step', async () => {
  const diagnostics = [{ severity: 'error', code: 'x', message: 'x' } as const];
  const { exitCode, said } = await conclude({ kind: 'succeeded', result: succeeded('1') }, { diagnostics });
  expect([exitCode, said[0]]).toEqual([1, 'error {} x']);
});
