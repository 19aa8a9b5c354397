import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type JobSummaryOptions, writeJobSummary } from '../../src/action/job-summary.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { failed, succeeded, workspace } from '../report/markdown/reports.js';

const folder = mkdtempSync(join(tmpdir(), 'job-summary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** Writes a summary to a file that holds `before`, and gives what it holds then, and what was reported. */
function write(options: Partial<JobSummaryOptions>, before = ''): { text: string; found: Diagnostic[] } {
  files += 1;
  const file = join(folder, `summary-${files}.md`);
  writeFileSync(file, before);
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  writeJobSummary({ reports: [], mode: 'always', file, secrets: [], workspace, report, ...options });
  return { text: readFileSync(file, 'utf8'), found };
}

const success = [succeeded({ ok: true })];
const failure = [failed({ errorType: 'TypeError', errorMessage: 'no' })];

test.each([
  ['always', success, true],
  ['always', failure, true],
  ['failures', success, false],
  ['failures', failure, true],
  ['failures', [succeeded(1, { diagnostics: [{ severity: 'error', code: 'x', message: 'x' }] })], true],
  ['never', success, false],
  ['never', failure, false],
] as const)('with the mode %s, case %#, a summary is written as asked', (mode, reports, written) => {
  expect(write({ mode, reports }).text !== '').toBe(written);
});

test('nothing is written where no file is named', () => {
  expect(() => write({ reports: success, file: undefined })).not.toThrow();
  expect(write({ reports: success, file: '' }).found).toEqual([]);
});

test('what stands in the file stays, and ends before the summary begins', () => {
  expect(write({ reports: success }, 'mine').text).toMatch(/^mine\n\n### ✅ `orders` succeeded/);
});

describe('of the 1 MiB that a summary may have', () => {
  const limit = 1024 * 1024;

  test('no more is used than is left', () => {
    const many = Array.from({ length: 400 }, () => succeeded('😀'.repeat(3000)));
    const { text } = write({ reports: many }, 'x'.repeat(500_000));
    expect(Buffer.byteLength(text)).toBeGreaterThan(0.7 * limit);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  });

  test('nothing is used where nothing is left', () => {
    const before = 'x'.repeat(limit - 1);
    expect(write({ reports: success }, before).text).toBe(before);
  });
});

test('secrets are taken out: of what is said, of what base64 hides, and of what an escape of a terminal parts', () => {
  const secret = 'wJalrXUtnFEMI';
  const body = Buffer.from(`<p>${secret}</p>`).toString('base64');
  const http = { statusCode: 200, headers: { 'x-key': secret }, body, isBase64Encoded: true };
  const reports = [
    succeeded(http, { key: secret, event: { secret }, log: `${secret} wJalr\u001b[1mXUtnFEMI\n` }),
    failed({ errorType: secret, errorMessage: secret, trace: [secret] }, { case: secret }),
  ];
  const { text } = write({ reports, secrets: [secret] });
  expect(text).not.toContain(secret);
  expect(text).toContain('<p>***</p>');
  expect(text).toContain('*** ***\n');
});

test.each(process.platform === 'win32' ? [] : ['a link', 'a folder'])('%s is not written to, which is told', (what) => {
  const target = join(folder, 'target');
  writeFileSync(target, '');
  const link = join(folder, 'link');
  rmSync(link, { force: true });
  symlinkSync(target, link);
  const { found } = write({ reports: success, file: what === 'a link' ? link : folder });
  expect(found).toEqual([
    {
      severity: 'warning',
      code: 'summary-unwritten',
      message: expect.stringContaining('The summary could not be written'),
    },
  ]);
  expect(readFileSync(target, 'utf8')).toBe('');
});
