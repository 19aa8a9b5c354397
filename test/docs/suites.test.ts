import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { samples } from '../../src/event/samples/samples.js';
import { collectCases } from '../../src/suite/cases/collect-cases.js';
import { repositoryRoot } from '../paths.js';
import { runCases } from '../suite/run-cases.js';
import { readPage } from './snippets.js';
import { suiteSnippets } from './suite-snippets.js';

const page = readPage('docs/suites.md');

/** The cases of a text that stands beside the suites of the example, in a copy of it. */
async function casesOf(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'suites-'));
  cpSync(join(repositoryRoot, 'examples', 'shop'), folder, { recursive: true });
  const file = join(folder, 'tests', 'docs.suite.yml');
  writeFileSync(file, text);
  const sources = { folder, files: [file], functions: [], events: [], allowEmpty: false };
  return { folder, ...(await collectCases(sources, async () => [])) };
}

describe.each(suiteSnippets.map((snippet) => [snippet.name, snippet] as const))('%s', (_, { text }) => {
  test('passes against the example', async () => {
    const { folder, cases } = await casesOf(text);
    expect(cases.length).toBeGreaterThan(0);
    expect((await runCases(folder, cases, 'new')).filter(([, found]) => found.length > 0)).toEqual([]);
  });
});

test('the page tells of every sample, and of no other', () => {
  const section = page.slice(page.indexOf('| of | samples |'), page.indexOf("### The function's own events"));
  const rows = section
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('|'));
  const told = rows.flatMap((row) => {
    const names = Array.from(row.split('|')[2]?.matchAll(/`([\w-]+)`/g) ?? [], ([, name = '']) => name);
    const prefix = (names[0] ?? '').split('-')[0] ?? '';
    return names.map((name) => (name.startsWith('-') ? prefix + name : name));
  });
  expect(told.toSorted()).toEqual(samples.map(({ name }) => name).toSorted());
});

test('the names of a matrix are those that the page tells', async () => {
  const snippet = suiteSnippets.find(({ text }) => text.includes('matrix:'));
  const { cases } = await casesOf(snippet?.text ?? '');
  for (const { name } of cases) expect(page).toContain(`\`${name}\``);
});
