import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { fixture, repositoryRoot } from '../paths.js';
import { resultsProblems } from '../report/json/validate.js';
import { entry } from './command.js';

const run = promisify(execFile);

interface Results {
  readonly cases: readonly {
    readonly name: string;
    readonly status: string;
    readonly siblings?: readonly { readonly function: string; readonly initDurationMs?: number }[];
    readonly texts: { readonly response: string; readonly log: string };
  }[];
}

const relayed = (name: string) => `
  - function: relay
    name: ${name}
    data: { name: greet, event: { name: Ada } }
    aws: none
    expect:
      output: { hello: Ada }
      log: { contains: relaying, not: greeting }`;

/** Runs two cases whose function invokes another one, and gives the results and the page. */
async function suite(...args: readonly string[]): Promise<{ results: Results; page: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'suite-siblings-'));
  const [file, json, html] = ['cases.yml', 'results.json', 'page.html'].map((name) => join(folder, name));
  writeFileSync(String(file), `cases:${relayed('first')}${relayed('second')}\n`);
  const reports = ['--report-json', String(json), '--report-html', String(html)];
  const command = [entry, 'test', '-w', fixture('siblings'), String(file), ...reports, ...args];
  await run(process.execPath, command, { env: { PATH: process.env['PATH'], HOME: repositoryRoot } });
  const results = JSON.parse(readFileSync(String(json), 'utf8')) as Results;
  expect(resultsProblems(results)).toEqual([]);
  return { results, page: readFileSync(String(html), 'utf8') };
}

const counts = ({ cases }: Results) =>
  cases.map(({ texts }) => (JSON.parse(texts.response) as { readonly count: number }).count);

test('a function that a case invokes stays warm for the next one, and its log is beside that of the case', async () => {
  const { results, page } = await suite();
  expect(counts(results)).toEqual([1, 2]);
  for (const { siblings, texts } of results.cases) {
    expect(siblings?.map((sibling) => sibling.function)).toEqual(['greet']);
    expect(texts.log).toMatch(
      /relaying to greet\n.*REPORT RequestId: [^\n]*\n(?:greet \| [^\n]*\n)*greet \| .*greeting Ada\n/s,
    );
  }
  expect(page).toContain('greet (success, ');
}, 60_000);

test('each case has its own where that is asked for', async () => {
  const { results } = await suite('--isolate', 'case');
  expect(counts(results)).toEqual([1, 1]);
}, 60_000);
