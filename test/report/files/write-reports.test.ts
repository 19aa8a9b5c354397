import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { settleTargets } from '../../../src/report/files/report-target.js';
import { writeReports } from '../../../src/report/files/write-reports.js';
import { failure, reportOf, success } from '../reports.js';

interface Written {
  readonly base: string;
  readonly findings: readonly Diagnostic[];
}

/** Writes both reports; `handler` is what happens between the settling and the writing. */
async function written(
  paths: { json: string; junit?: string },
  { before = () => {}, handler = () => {} }: { before?: (base: string) => void; handler?: (base: string) => void } = {},
): Promise<Written> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'reports-')));
  before(base);
  const asked = { 'report-json': paths.json, ...(paths.junit === undefined ? {} : { 'report-junit': paths.junit }) };
  const { targets, refusal } = settleTargets(asked, base, (kind) => kind);
  expect(refusal).toBeUndefined();
  handler(base);
  const reports = [reportOf(success('"the-secret"')), reportOf(failure('E', 'the-secret'))];
  return {
    base,
    findings: await writeReports({ reports, targets, secrets: ['the-secret'], base, toolVersion: '1.2.3' }),
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

test('both reports are written, their folders made, and nothing else is left', async () => {
  const { base, findings } = await written({ json: 'a/b/report.json', junit: 'a/report.xml' });
  expect(findings).toEqual([]);
  expect(filesIn(base)).toEqual(['a', join('a', 'b'), join('a', 'b', 'report.json'), join('a', 'report.xml')]);
  const json = readFileSync(join(base, 'a/b/report.json'), 'utf8');
  const xml = readFileSync(join(base, 'a/report.xml'), 'utf8');
  expect(JSON.parse(json)).toMatchObject({ generator: { version: '1.2.3' }, invocations: [{}, {}] });
  expect(xml).toContain('<testsuites name="invoke-local" tests="2"');
  expect(json + xml).not.toContain('the-secret');
});

test('a report that is there is replaced', async () => {
  const { base } = await written(
    { json: 'r.json' },
    { before: (folder) => writeFileSync(join(folder, 'r.json'), 'old') },
  );
  expect(readFileSync(join(base, 'r.json'), 'utf8')).toMatch(/^\{\n {2}"version": 1,/);
});

describe('never through a link that the handler laid', () => {
  const elsewhere = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'elsewhere-')));

  test('in the place of the report', async () => {
    const victim = join(elsewhere(), 'victim');
    writeFileSync(victim, 'untouched');
    const { base, findings } = await written(
      { json: 'r.json' },
      { handler: (folder) => symlinkSync(victim, join(folder, 'r.json')) },
    );
    expect(findings).toEqual([]);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(readFileSync(join(base, 'r.json'), 'utf8')).toContain('"version": 1');
  });

  test.each<[string, string, (base: string, outside: string) => void]>([
    ['of a folder that was not there', 'new/r.json', (base, outside) => symlinkSync(outside, join(base, 'new'))],
    [
      'of a folder that was',
      'old/r.json',
      (base, outside) => {
        rmSync(join(base, 'old'), { recursive: true });
        symlinkSync(outside, join(base, 'old'));
      },
    ],
  ])('in the place %s', async (_, json, lay) => {
    const outside = elsewhere();
    const before = (base: string) => mkdirSync(join(base, 'old'));
    const { findings } = await written({ json, junit: 'r.xml' }, { before, handler: (base) => lay(base, outside) });
    expect(filesIn(outside)).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'report-unwritten',
        message: expect.stringMatching(/^The report of `report-json` could not be written to (?:new|old)\/r\.json: /),
      }),
    ]);
  });
});

test('a folder that the handler removed is made again', async () => {
  const { base, findings } = await written(
    { json: 'a/b/r.json' },
    {
      before: (folder) => mkdirSync(join(folder, 'a/b'), { recursive: true }),
      handler: (folder) => rmSync(join(folder, 'a'), { recursive: true }),
    },
  );
  expect(findings).toEqual([]);
  expect(existsSync(join(base, 'a/b/r.json'))).toBe(true);
});

test('a folder in the place of a report is an error, which leaves nothing behind; the other is written', async () => {
  const { base, findings } = await written(
    { json: 'r.json', junit: 'r.xml' },
    { handler: (folder) => mkdirSync(join(folder, 'r.json')) },
  );
  expect(filesIn(base)).toEqual(['r.json', 'r.xml']);
  expect(findings).toEqual([
    {
      severity: 'error',
      code: 'report-unwritten',
      message: expect.stringMatching(/^The report of `report-json` could not be written to r\.json: E\w+: [^,]+\.$/),
      hint: expect.stringContaining('may write to'),
    },
  ]);
});

test('a folder that may not be written to is an error', async () => {
  if (process.platform === 'win32' || process.getuid?.() === 0) {
    console.warn('not tested: every folder may be written to here');
    return;
  }
  const { findings } = await written(
    { json: 'shut/r.json' },
    {
      before: (folder) => mkdirSync(join(folder, 'shut')),
      handler: (folder) => chmodSync(join(folder, 'shut'), 0o500),
    },
  );
  expect(findings[0]?.message).toContain('EACCES: permission denied.');
});
