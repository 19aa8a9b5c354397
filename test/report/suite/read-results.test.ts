import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderSuiteJson } from '../../../src/report/suite/render-suite-json.js';
import { readResults } from '../../../src/report/suite/results/read-results.js';
import type { SuiteReport } from '../../../src/report/suite/suite-report.js';
import { toSuiteReport } from '../../../src/report/suite/to-suite-report.js';
import { TextStore } from '../../../src/suite/texts/text-store.js';
import { anyCharacters } from '../../hostile/characters.js';
import { holds } from '../../hostile/property.js';
import { base } from '../reports.js';
import { attempt, everyResult, suiteCase, suiteResult } from '../suite-results.js';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
const file = join(folder, 'results.json');

async function jsonOf(report: SuiteReport): Promise<string> {
  let text = '';
  for await (const piece of renderSuiteJson(report, '1.2.3')) text += piece;
  return text;
}

/** A report as data, with the texts of its cases. */
async function plain({ cases, ...facts }: SuiteReport) {
  const withTexts = await Promise.all(cases.map(async ({ texts, ...each }) => ({ ...each, texts: await texts() })));
  return { ...facts, cases: withTexts };
}

/** The JSON of results of every kind. */
async function everyJson(): Promise<string> {
  using texts = new TextStore();
  return await jsonOf(toSuiteReport(suiteResult(everyResult(texts), { uncovered: ['lonely'] }), { base, secrets: [] }));
}

/** The diagnostic of reading a text, with the place in it. */
async function mistakeOf(text: string): Promise<unknown> {
  writeFileSync(file, text);
  const error: unknown = await readResults(file).then(
    () => 'it was read',
    (thrown: unknown) => thrown,
  );
  return (error as { diagnostic?: unknown }).diagnostic ?? error;
}

describe('results', () => {
  test('are read as they were written, with their texts', async () => {
    using texts = new TextStore();
    const shard = { index: 2, count: 3, plan: 'abc' };
    const result = suiteResult(everyResult(texts), {
      uncovered: ['lonely'],
      shard,
      stopped: { reason: 'it was enough' },
    });
    const report = toSuiteReport(result, { base, secrets: [] });
    writeFileSync(file, await jsonOf(report));
    expect(await plain(await readResults(file))).toEqual(await plain(report));
  });

  test('are read however they are formatted', async () => {
    const text = await everyJson();
    writeFileSync(file, text);
    const expected = await plain(await readResults(file));
    const { cases, ...facts } = JSON.parse(text) as Record<string, unknown>;
    for (const other of [
      JSON.stringify(JSON.parse(text), undefined, 4),
      JSON.stringify({ cases, ...facts }),
      JSON.stringify(
        { more: { cases: [{ id: 1 }], text: '"cases": [' }, ...facts, cases, later: ['}]'] },
        undefined,
        '\t',
      ),
    ]) {
      writeFileSync(file, other);
      expect(await plain(await readResults(file))).toMatchObject(expected);
    }
  });

  test('of no case are read', async () => {
    writeFileSync(file, await jsonOf(toSuiteReport(suiteResult([]), { base, secrets: [] })));
    expect((await readResults(file)).cases).toEqual([]);
  });

  test('with any texts and names are read as they were written', async () => {
    await holds(30, [fc.array(fc.tuple(fc.string(), anyCharacters()), { maxLength: 5 })], async (cases) => {
      using texts = new TextStore();
      const results = cases.map(([name, log], index) => ({
        id: `${index} ${name}`,
        case: suiteCase(name),
        status: 'passed' as const,
        attempts: [attempt(texts, { log, response: JSON.stringify(log) })] as const,
      }));
      const report = toSuiteReport(suiteResult(results), { base, secrets: [] });
      writeFileSync(file, await jsonOf(report));
      expect(await plain(await readResults(file))).toEqual(await plain(report));
    });
  });
});

describe('a file that is no results file', () => {
  test.each([
    ['', 'it is empty'],
    ['<?xml version="1.0"?><testsuites/>', 'it is not JSON'],
    ['{}', 'it is not what invoke-local writes'],
    ['[1, 2]', 'it is not what invoke-local writes'],
    ['{"version":1,"generator":{"name":"jest"},"cases":[]}', 'it is not what invoke-local writes'],
    ['{"version":1,"generator":{"name":"invoke-local"},"invocations":[]}', 'it is the report of single invocations'],
  ])('%j is named', async (text, what) => {
    expect(await mistakeOf(text)).toMatchObject({
      message: expect.stringContaining(what),
      hint: expect.stringContaining('report-json'),
    });
  });

  test('of another version is told', async () => {
    expect(await mistakeOf((await everyJson()).replace('"version":1', '"version":2'))).toMatchObject({
      code: 'results-version',
      message: expect.stringContaining('is of version 2, and this invoke-local reads version 1'),
    });
  });

  test('that is not there, or a folder, is told', async () => {
    await expect(readResults(join(folder, 'nothing.json'))).rejects.toThrow(
      "can't be read: ENOENT: no such file or directory",
    );
    await expect(readResults(folder)).rejects.toThrow('is no file');
  });
});

describe('a results file', () => {
  test('that was cut anywhere says so, with the place, and never that it is whole', async () => {
    const bytes = Buffer.from(await everyJson());
    for (let length = 1; length < bytes.length - 3; length += 211) {
      expect(await mistakeOf(bytes.subarray(0, length).toString('latin1'))).toMatchObject({
        code: 'results-cut',
        location: { file },
      });
    }
    const half = bytes.subarray(0, bytes.indexOf('\n', 2000) + 5).toString();
    const line = half.split('\n').length;
    expect(await mistakeOf(half)).toMatchObject({ location: { line, column: 5 } });
  });

  test('that was changed says where', async () => {
    const text = await everyJson();
    const second = text.indexOf('\n', text.indexOf('suite.yml::passes')) + 1;
    const broken = `${text.slice(0, second + 5)}}${text.slice(second + 6)}`;
    expect(await mistakeOf(broken)).toMatchObject({
      message: expect.stringContaining('there is no valid JSON'),
      location: { line: 3 },
    });
    expect(await mistakeOf(text.replace('"status":"failed"', '"status":"fine"'))).toMatchObject({
      message: expect.stringContaining('of a case `status` is "fine", and one of passed, failed'),
      location: { line: 3, column: 1 },
    });
    expect(await mistakeOf(text.replace('"tags":["fast"]', '"tags":["fast",7]'))).toMatchObject({
      message: expect.stringContaining('`tags[1]` is a number, and a text is expected'),
    });
    expect(await mistakeOf(text.replace('"uncovered":["lonely"],', ''))).toMatchObject({
      message: expect.stringContaining('`uncovered` is missing'),
    });
    for (const odd of ['"text"', '[{}]', 'x', '{} x', '7']) {
      expect(await mistakeOf(text.replace('"cases":[', `"cases":[${odd},`))).toMatchObject({
        code: 'results-malformed',
      });
    }
  });
});

test('10,000 cases are read in little memory', async () => {
  const text = await everyJson();
  const [head = '', ...lines] = text.split('\n');
  const passed = JSON.parse((lines[0] ?? '').replace(/,$/, '')) as Record<string, unknown>;
  const many = Array.from({ length: 10_000 }, (_, index) =>
    JSON.stringify({
      ...passed,
      id: `case ${index}`,
      texts: { event: '{}', response: 'x'.repeat(1000), log: 'y'.repeat(2000) },
    }),
  );
  writeFileSync(file, `${head}\n${many.join(',\n')}\n]}\n`);
  expect(readFileSync(file).length).toBeGreaterThan(30_000_000);
  const report = await readResults(file);
  expect(report.cases).toHaveLength(10_000);
  expect((await report.cases[9999]?.texts())?.log).toBe('y'.repeat(2000));
});
