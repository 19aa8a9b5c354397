import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { askForSuiteReports } from '../../../src/report/suite/asked-suite-reports.js';
import { renderSuiteJson } from '../../../src/report/suite/render-suite-json.js';
import { toSuiteReport } from '../../../src/report/suite/to-suite-report.js';
import type { SuiteResult } from '../../../src/suite/suite-result.js';
import { longestPayloadBytes, TextStore } from '../../../src/suite/texts/text-store.js';
import { resultsProblems, resultsSchema, type Schema } from '../json/validate.js';
import { base } from '../reports.js';
import { attempt, everyResult, suiteCase, suiteResult } from '../suite-results.js';

type Document = Readonly<Record<string, unknown>> & { readonly cases: readonly Readonly<Record<string, unknown>>[] };

/** The JSON of a result, which is valid by the schema. */
async function documentOf(result: SuiteResult, secrets: readonly string[] = []): Promise<Document> {
  let json = '';
  for await (const piece of renderSuiteJson(toSuiteReport(result, { base, secrets }), '1.2.3')) json += piece;
  const document = JSON.parse(json) as Document;
  expect(resultsProblems(document)).toEqual([]);
  return document;
}

test('the schema says of every member what it is', () => {
  const undescribed: string[] = [];
  const visit = (value: Schema, path: string): void => {
    for (const [name, member] of Object.entries((value['properties'] ?? {}) as Record<string, Schema>)) {
      if (typeof member['description'] !== 'string') undescribed.push(`${path}.${name}`);
      visit(member, `${path}.${name}`);
    }
  };
  visit(resultsSchema, '');
  for (const [name, definition] of Object.entries(resultsSchema['$defs'] as Record<string, Schema>))
    visit(definition, name);
  expect(undescribed).toEqual([]);
});

test('the results of a suite have each case with its facts, its findings and its texts', async () => {
  using texts = new TextStore();
  const document = await documentOf(suiteResult(everyResult(texts), { uncovered: ['lonely'] }));
  const { cases, ...facts } = document;
  expect(facts).toEqual({
    version: 1,
    generator: { name: 'invoke-local', version: '1.2.3' },
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 1234.57,
    concurrency: 2,
    verdict: 'failed',
    totals: { total: 7, passed: 1, failed: 3, flaky: 1, skipped: 1, stopped: 1 },
    uncovered: ['lonely'],
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems: [],
  });
  expect(cases.map(({ id, status }) => [id, status])).toEqual([
    ['suite.yml::passes', 'passed'],
    ['suite.yml::fails', 'failed'],
    ['suite.yml::crashes', 'failed'],
    ['suite.yml::flakes', 'flaky'],
    ['suite.yml::cannot run', 'not-run'],
    ['suite.yml::is left out', 'skipped'],
    ['suite.yml::never began', 'stopped'],
  ]);
  expect(cases[1]).toEqual({
    id: 'suite.yml::fails',
    name: 'fails',
    function: 'hello',
    file: 'suite.yml',
    line: 3,
    column: 5,
    tags: [],
    status: 'failed',
    invocation: 'success',
    durationMs: 1.23,
    initDurationMs: 99,
    isCold: true,
    maxMemoryUsedMiB: 40,
    startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    worker: 0,
    attempts: 1,
    requestId: '7467a36b-d8ed-485b-b46c-113b81c0fb7a',
    findings: [
      {
        message: 'output["a/b"][0] is 5, and 6 was expected.',
        path: '/expect/output/a~1b/0',
        diff: '- 6\n+ 5',
        file: 'suite.yml',
        line: 7,
        column: 5,
      },
    ],
    texts: { event: '{}', response: '{"a/b":[5]}', log: 'START\nhi\nEND\n' },
  });
  expect(cases[2]).toMatchObject({
    invocation: 'crash',
    error: { type: 'E', message: 'gone', location: { file: 'src/a.js', line: 1 }, trace: ['at a'] },
    texts: { response: '{"errorType":"E"}' },
  });
  expect(cases[3]).toMatchObject({
    attempts: 2,
    earlierAttempts: [{ invocation: 'success', findings: [{ diff: '- 6\n+ 5' }] }],
    isCold: false,
    durationsMs: [1, 2],
    findings: [{ diff: '- 6\n+ 5' }],
  });
  expect(cases[4]).toMatchObject({
    diagnostic: { code: 'function-unknown', hint: 'Name another one.', location: { file: 'serverless.yml', line: 2 } },
    texts: {},
  });
  expect([cases[5]?.['reason'], cases[6]?.['reason']]).toEqual(['waits', 'the run was stopped: it was cancelled']);
});

describe('the verdict', () => {
  const problem = { severity: 'error', code: 'x', message: 'y' } as const;
  test.each<[string, readonly string[], Partial<SuiteResult>, 'passed' | 'failed']>([
    ['passes where every case passed or was left out', ['passes', 'is left out'], {}, 'passed'],
    ['passes with flaky cases', ['passes', 'flakes'], {}, 'passed'],
    ['fails with flaky cases where that is asked for', ['flakes'], { failsOnFlaky: true }, 'failed'],
    ['fails with a case that failed', ['passes', 'fails'], {}, 'failed'],
    ['fails with a case that could not be run', ['cannot run'], {}, 'failed'],
    ['fails with a case that never began', ['never began'], {}, 'failed'],
    ['fails where the run was stopped', ['passes'], { stopped: { reason: 'it was cancelled' } }, 'failed'],
    ['fails where something else went wrong', ['passes'], { problems: [problem] }, 'failed'],
    ['passes without any case', [], {}, 'passed'],
  ])('%s', (_, names, more, verdict) => {
    using texts = new TextStore();
    const results = everyResult(texts).filter(({ case: { name } }) => names.includes(name));
    expect(toSuiteReport(suiteResult(results, more), { base, secrets: [] }).verdict).toBe(verdict);
  });
});

test('no secret stands in any text of the results', async () => {
  const secret = 'fifteen-horses';
  using texts = new TextStore();
  const finding = { path: ['expect', secret], message: secret, diff: secret };
  const error = { type: secret, message: secret, location: { file: `${base}/${secret}` }, trace: [secret] };
  const leaking = attempt(texts, { event: secret, response: secret, log: secret }, { error, findings: [finding] });
  const id = `a::${secret}`;
  const named = suiteCase(secret, { function: secret, tags: [secret], origin: { file: secret, of: () => undefined } });
  const diagnostic = {
    severity: 'error',
    code: 'x',
    message: secret,
    hint: secret,
    location: { file: secret },
  } as const;
  const result = suiteResult(
    [
      { id, case: named, status: 'failed', attempts: [leaking] },
      { id, case: named, status: 'not-run', diagnostic },
      { id, case: named, status: 'skipped', reason: secret },
    ],
    {
      uncovered: [secret],
      problems: [diagnostic],
      stopped: { reason: secret },
      snapshots: { written: 0, updated: 0, removed: 0, obsolete: [{ file: secret, name: secret }] },
    },
  );
  expect(JSON.stringify(await documentOf(result))).toContain(secret);
  const clean = JSON.stringify(await documentOf(result, [secret]));
  expect(clean).not.toContain(secret);
  expect(clean).toContain('***');
});

test('bytes that are no text are base64, and what is very long loses its middle or its beginning', async () => {
  const secret = 'a-secret-that-a-cut-would-part';
  using texts = new TextStore((bytes) => Buffer.from(bytes.toString('latin1').replaceAll(secret, '***'), 'latin1'));
  const long = `${'x'.repeat(longestPayloadBytes / 2 - 5)}${secret}${'y'.repeat(longestPayloadBytes)}`;
  const log = texts.log(Buffer.from(`half of ${secret}\nthe end\n`), 1000);
  const all = [
    attempt(texts, { response: Buffer.from([0xff, 0xfe, 0x00]) }),
    attempt(texts, { event: long }),
    attempt(texts, {}, { log }),
  ];
  const results = all.map((one, index) => ({
    id: String(index),
    case: suiteCase(String(index)),
    status: 'passed' as const,
    attempts: [one] as const,
  }));
  const { cases } = toSuiteReport(suiteResult(results), { base, secrets: [] });
  const [bytes, cut, end] = await Promise.all(cases.map((each) => each.texts()));
  expect(bytes?.response).toBe('data:application/octet-stream;base64,//4A');
  const [start = '', note, rest = '', ...more] = cut?.event?.split('\n') ?? [];
  expect(note).toMatch(/^… [\d,]+ bytes are left out here …$/);
  expect([/x\*\*\*y/.test(start), start.endsWith('y'), new Set(rest), more]).toEqual([true, true, new Set('y'), []]);
  expect(cut?.event?.length).toBeLessThan(longestPayloadBytes + 100);
  expect(end?.log).toBe('the end\n');
});

const facts = { toolVersion: '1.2.3', serviceFolder: base, secrets: [] };

test('the report is written in one step, and its files are gone with the run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'suite-report-'));
  const path = join(folder, 'new', 'results.json');
  const asked = askForSuiteReports({ 'report-json': path }, base, (kind) => kind);
  let file: string | undefined;
  {
    using texts = new TextStore();
    file = attempt(texts).log.file;
    const result = suiteResult(everyResult(texts));
    expect(await asked.write(toSuiteReport(result, { base, secrets: [] }), facts)).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(dirname(file)).mode & 0o077).toBe(0);
  }
  expect(existsSync(dirname(file))).toBe(false);
  expect(readdirSync(dirname(path))).toEqual(['results.json']);
  expect(resultsProblems(JSON.parse(readFileSync(path, 'utf8')))).toEqual([]);
});

test('a report that cannot be written is told, and nothing is left of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'suite-report-'));
  const asked = askForSuiteReports({ 'report-json': join(folder, 'results.json') }, base, (kind) => kind);
  using texts = new TextStore();
  const report = toSuiteReport(suiteResult(everyResult(texts)), { base, secrets: [] });
  const broken = {
    ...report,
    cases: report.cases.map((each) => ({ ...each, texts: () => Promise.reject(new Error('gone')) })),
  };
  expect(await asked.write(broken, facts)).toMatchObject([{ severity: 'error', code: 'report-unwritten' }]);
  expect(readdirSync(folder)).toEqual([]);
});
