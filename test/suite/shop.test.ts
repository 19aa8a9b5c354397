import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { collectCases } from '../../src/suite/cases/collect-cases.js';
import { repositoryRoot } from '../paths.js';
import { runCases } from './run-cases.js';

const names = async () => ['price', 'order', 'notify', 'ship', 'thumbnail'];

/** The suite of a copy of the example, and the cases of its events. */
async function shop() {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  cpSync(join(repositoryRoot, 'examples', 'shop'), folder, { recursive: true });
  const sources = { folder, files: ['tests/*.suite.yml'], functions: ['*'], events: [], allowEmpty: false };
  return { folder, ...(await collectCases(sources, names)) };
}

test('the example of a service with a suite passes as it is committed, with its snapshots', async () => {
  const { folder, cases, uncovered } = await shop();
  expect(uncovered).toEqual([]);
  expect(cases).toHaveLength(13);
  expect((await runCases(folder, cases)).filter(([, found]) => found.length > 0)).toEqual([]);
});

test('what the example records is what is committed', async () => {
  const { folder, cases } = await shop();
  const committed = ['http', 'messages'].map((name) =>
    join(folder, 'tests', '__snapshots__', `${name}.suite.yml.snap`),
  );
  const before = committed.map((file) => readFileSync(file, 'utf8'));
  rmSync(join(folder, 'tests', '__snapshots__'), { recursive: true });
  await runCases(
    folder,
    cases.filter((each) => each.expect.snapshot !== undefined),
    'new',
  );
  expect(committed.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
});

test('a fault in the example is found by its suite', async () => {
  const { folder, cases } = await shop();
  const file = join(folder, 'src', 'price.js');
  writeFileSync(file, readFileSync(file, 'utf8').replace('prices[sku] * quantity', 'prices[sku] + quantity'));
  const outcomes = await runCases(folder, cases);
  expect(outcomes.filter(([, found]) => found.length > 0).map(([name]) => name)).toEqual([
    'the price of 2 book (25)',
    'the price of 10 pen (12)',
    'the price of 1 lamp (40)',
  ]);
});
