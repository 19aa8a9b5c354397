import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { concludeStep } from '../../src/action/conclude-step.js';
import { writeJobSummary } from '../../src/action/job-summary.js';
import { describeFailure } from '../../src/invoke/to-result.js';
import { verdictLines } from '../../src/report/console/verdict.js';
import { reportInvocation } from '../../src/report/invocation-report.js';
import { renderJsonReport } from '../../src/report/json/render-json-report.js';
import { renderJunitReport } from '../../src/report/junit/render-junit-report.js';
import { redactReport } from '../../src/report/secrets/redact-report.js';
import { createRedactor } from '../../src/report/secrets/redactor.js';
import { failed, invoked } from '../action/results.js';
import { cpuMs } from '../cpu-time.js';

/** Lambda's limit of an error object, in bytes, about. */
const size = 6_000_000;
const filled = (unit: string, length = size): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/**
 * The longest that a renderer may take, in ms of processor time: other processes of the machine do not count. It takes about 50; one
 * that looks at the whole text again and again takes seconds.
 */
const mostMs = 1_000;
/** How often one is tried until it is fast enough: a run may also pay for a collection of garbage. */
const mostRuns = 3;

const secrets = ['AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', filled('Aa1/+', 900), 'pass"word'];

const message = (unit: string) => ({ errorType: 'Error', errorMessage: filled(unit), stackTrace: [] });
/** What makes each of them, for no two need be there at once. */
const errors: Readonly<Record<string, () => object | string>> = {
  'one line': () => message('x'),
  'lines with Markdown and HTML': () => message('line of text <b> & `code` | pipe\n'),
  'empty lines': () => message('\n'),
  'line ends of Windows': () => message('\r\n'),
  'escapes of terminals': () => message('\u001b[31mx'),
  'characters that are not seen': () => message('\u0001\u202e'),
  'characters of two units': () => message('ä😀'),
  backticks: () => message('`'),
  'almost a secret': () => message('AKIAIOSFODNN7EXAMPL'),
  paths: () => message('/'),
  'a long type': () => ({ errorType: filled('T'), errorMessage: 'no', trace: [] }),
  'many frames': () => ({
    errorType: 'Error',
    errorMessage: 'no',
    trace: Array(200_000).fill('    at f (/app/h.js:1:1)'),
  }),
  'one frame': () => ({ errorType: 'Error', errorMessage: 'no', trace: [filled('    at f (/app/h.js:1:1)')] }),
  'frames in one entry': () => ({
    errorType: 'Error',
    errorMessage: 'no',
    stackTrace: [filled('  File "/app/a.py", line 1\n')],
  }),
  'a message that the trace repeats': () => ({
    errorType: 'Error',
    errorMessage: filled('y\n', size / 2),
    trace: `Error: ${filled('y\n', size / 2)}`.split('\n'),
  }),
  'no JSON': () => filled('not json\n'),
};

/** What a renderer gives. */
interface Sized {
  readonly length: number;
}

test.each(Object.keys(errors))('an error of 6 MB costs no renderer more than a moment: %s', async (name) => {
  const error = errors[name]?.() ?? '';
  const body = Buffer.from(typeof error === 'string' ? error : JSON.stringify(error));
  const result = { ...failed('Error', 'no'), ...describeFailure(body, 'Error') };
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  const log = { text: filled('a line of the log\n', 64 * 1024), omittedBytes: 0 };
  const facts = { diagnostics: [], log, startedAt: new Date(), runtimes: '/opt/it/runtimes' };
  const { outcome, ...rest } = await reportInvocation(invoked(result), facts);
  const report = { ...rest, outcome };
  const redacted = redactReport(report, secrets);
  const said: string[] = [];
  const annotate = (text: string): void => void said.push(text);
  const summary = join(folder, 'summary.md');
  const renderers: Readonly<Record<string, () => Sized | Promise<Sized>>> = {
    redaction: () => redactReport(report, secrets).log.text,
    summary: () => {
      rmSync(summary, { force: true });
      const options = { mode: 'always', file: summary, secrets, workspace: folder, report: () => {} } as const;
      writeJobSummary({ ...options, reports: [report] });
      return readFileSync(summary);
    },
    annotation: async () => {
      said.length = 0;
      await concludeStep(report, {
        failOnError: true,
        workspace: folder,
        secrets,
        loadAnnotate: async () => ({ error: annotate, warning: annotate, notice: annotate }),
        write: annotate,
        hasColour: true,
      });
      return said.join('');
    },
    junit: () => renderJunitReport([redacted], { base: folder, redact: createRedactor(secrets).text }),
    json: () => renderJsonReport([redacted], { base: folder, toolVersion: '1' }),
    verdict: () => verdictLines([result]).join('\n'),
  };
  for (const [renderer, render] of Object.entries(renderers)) {
    let bestMs = Number.POSITIVE_INFINITY;
    for (let run = 0; run < mostRuns && bestMs > mostMs; run++) {
      const started = cpuMs();
      const { length } = await render();
      bestMs = Math.min(bestMs, cpuMs() - started);
      expect([renderer, length]).toEqual([renderer, Math.min(length, 2_500_000)]);
    }
    expect([renderer, Math.round(bestMs)]).toEqual([renderer, Math.min(Math.round(bestMs), mostMs)]);
  }
  const started = cpuMs();
  await reportInvocation(invoked(result), facts);
  expect(cpuMs() - started).toBeLessThan(2 * mostMs);
  rmSync(folder, { recursive: true });
});

test.each([
  ['at the end of what is kept of the head', 60],
  ['at the start of what is kept of the tail', -40],
])('a cut leaves no part of a secret %s', async (_where, share) => {
  const [secret = ''] = secrets;
  const at = share > 0 ? Math.floor((8_000 / 2) * 0.6) : size - Math.floor((8_000 / 2) * 0.4);
  for (let shift = -secret.length; shift <= 0; shift++) {
    const text = filled('.');
    const errorMessage = text.slice(0, at + shift) + secret + text.slice(at + shift + secret.length);
    const result = { ...failed('Error', errorMessage), trace: [] };
    const facts = { diagnostics: [], log: { text: '', omittedBytes: 0 }, startedAt: new Date(), runtimes: '/r' };
    const report = await reportInvocation(invoked(result), facts);
    const summary = join(mkdtempSync(join(tmpdir(), 'large-')), 'summary.md');
    const options = { mode: 'always', file: summary, secrets, workspace: '/w', report: () => {} } as const;
    writeJobSummary({ ...options, reports: [report] });
    expect(readFileSync(summary, 'utf8')).not.toMatch(/[A-Z]{3}/);
  }
});
