import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { costsOf, type EarlierDuration } from '../../../src/suite/shards/case-costs.js';
import { planDigest, planShards } from '../../../src/suite/shards/plan-shards.js';
import type { PlannedCase, PlannedSuite } from '../../../src/suite/shards/planned-case.js';
import { shardCount } from '../../../src/suite/shards/shard-count.js';
import { shardMatrix } from '../../../src/suite/shards/shard-matrix.js';
import { holds } from '../../hostile/property.js';
import { simulatedSuite } from './simulated-suite.js';

const functions = ['a', 'b', 'c', 'd', 'e'];

const plannedCases = fc
  .array(
    fc.record({ function: fc.constantFrom(...functions), costMs: fc.oneof(fc.nat(50), fc.constantFrom(0, 1e6)) }),
    {
      maxLength: 60,
    },
  )
  .map((cases) => cases.map((each, index): PlannedCase => ({ ...each, id: `case ${index}` })));

const suiteOf = (cases: readonly PlannedCase[], coldStartMs = 0): PlannedSuite => ({
  cases,
  coldStartMs: () => coldStartMs,
});

/** Cases of one function each, by their costs. */
const costing = (name: string, ...costs: readonly number[]): PlannedCase[] =>
  costs.map((costMs, index) => ({ id: `${name} ${index}`, function: name, costMs }));

/** The functions that each shard has. */
function functionsOf(suite: PlannedSuite, count: number): string[][] {
  return planShards(suite, count).shards.map(({ cases }) => [
    ...new Set(cases.map((index) => suite.cases[index]?.function ?? '')),
  ]);
}

describe('a plan', () => {
  test('has every case on exactly one shard, in the order of the suite', async () => {
    await holds(500, [plannedCases, fc.integer({ min: 1, max: 20 }), fc.nat(100)], (cases, count, coldStartMs) => {
      const { shards } = planShards(suiteOf(cases, coldStartMs), count);
      expect(shards).toHaveLength(count);
      expect(shards.flatMap((shard) => shard.cases).toSorted((one, other) => one - other)).toEqual([...cases.keys()]);
      for (const shard of shards) expect(shard.cases).toEqual(shard.cases.toSorted((one, other) => one - other));
    });
  });

  test('tells for each shard what its cases and the cold starts of its functions take', async () => {
    await holds(300, [plannedCases, fc.integer({ min: 1, max: 20 }), fc.nat(100)], (cases, count, coldStartMs) => {
      for (const shard of planShards(suiteOf(cases, coldStartMs), count).shards) {
        const own = shard.cases.flatMap((index) => cases[index] ?? []);
        const starts = new Set(own.map((each) => each.function)).size;
        expect(shard.costMs).toBe(own.reduce((sum, { costMs }) => sum + costMs, starts * coldStartMs));
      }
    });
  });

  test('is at most twice as long as what is possible at best', async () => {
    await holds(300, [plannedCases, fc.integer({ min: 1, max: 20 })], (cases, count) => {
      const longest = Math.max(...planShards(suiteOf(cases), count).shards.map(({ costMs }) => costMs));
      const whole = cases.reduce((sum, { costMs }) => sum + costMs, 0);
      const least = Math.max(whole / count, ...cases.map(({ costMs }) => costMs), 0);
      expect(longest).toBeLessThanOrEqual(2.01 * least);
    });
  });

  test('is the same for the same cases, and has another digest where a case is elsewhere', async () => {
    await holds(200, [plannedCases, fc.integer({ min: 1, max: 20 })], (cases, count) => {
      const plan = planShards(suiteOf(cases), count);
      expect(planShards(suiteOf(cases), count)).toEqual(plan);
      const ids = plan.shards.map((shard) => shard.cases.map((index) => cases[index]?.id ?? ''));
      expect(planDigest(ids.map((own) => own.toReversed()))).toBe(plan.digest);
      if (cases.length > 0) expect(planDigest([...ids, ['one more']])).not.toBe(plan.digest);
    });
  });

  test('keeps functions whole where that is balanced', () => {
    const cases = functions.slice(0, 4).flatMap((name) => costing(name, 10, 20, 30));
    expect(functionsOf(suiteOf(cases, 50), 4)).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(functionsOf(suiteOf(cases, 50), 2)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('takes a function apart that is longer than a shard should be', () => {
    const cases = [
      ...costing('a', ...Array.from({ length: 90 }, () => 10)),
      ...costing('b', 300),
      ...costing('c', 300),
    ];
    const { shards } = planShards(suiteOf(cases, 5), 5);
    for (const { costMs } of shards) expect(costMs).toBeGreaterThan(290);
    for (const { costMs } of shards) expect(costMs).toBeLessThan(320);
  });

  test('leaves a case alone that takes longer than all others together', () => {
    const cases = [...costing('a', 50, 1000, 50, 50), ...costing('b', 50, 50)];
    expect(planShards(suiteOf(cases), 2).shards.map(({ costMs }) => costMs)).toEqual([250, 1000]);
  });

  test('of 10,000 cases over 64 machines has its longest shard within 5 % of the mean', () => {
    for (const seed of [1, 2, 3]) {
      const { shards } = planShards(simulatedSuite(10_000, seed), 64);
      const costs = shards.map(({ costMs }) => costMs);
      const meanMs = costs.reduce((sum, ms) => sum + ms, 0) / costs.length;
      expect(Math.max(...costs) / meanMs).toBeLessThan(1.05);
    }
  });
});

describe('costs', () => {
  const known = (id: string, durationMs: number, initDurationMs?: number): EarlierDuration => ({
    id,
    function: id.split(' ')[0] ?? '',
    durationMs,
    ...(initDurationMs === undefined ? {} : { initDurationMs }),
  });
  const unknown = (id: string, more: { readonly repeat?: number; readonly isSkipped?: boolean } = {}) => ({
    id,
    function: id.split(' ')[0] ?? '',
    repeat: 1,
    isSkipped: false,
    ...more,
  });

  test('are those of an earlier run, with the median for what it did not have', () => {
    const earlier = [known('a 1', 9, 200), known('a 2', 99), known('b 1', 19, 100), known('b 2', 19, 400)];
    const cases = [unknown('a 1'), unknown('a 2', { repeat: 3 }), unknown('b 9'), unknown('c 1', { isSkipped: true })];
    const suite = costsOf(cases, earlier);
    expect(suite.cases.map(({ costMs }) => costMs)).toEqual([10, 300, 20, 0]);
    expect(['a', 'b', 'c'].map(suite.coldStartMs)).toEqual([200, 100, 100]);
  });

  test('are the same for every case without an earlier run', () => {
    const suite = costsOf([unknown('a 1'), unknown('b 1'), unknown('b 2')], []);
    expect(suite.cases.map(({ costMs }) => costMs)).toEqual([1, 1, 1]);
    expect(suite.coldStartMs('a')).toBe(0);
  });
});

describe('the number of shards', () => {
  const suite = suiteOf(costing('a', ...Array.from({ length: 1000 }, () => 500)));

  test('is what was asked for, and at most that of the cases, and 256', () => {
    expect(shardCount(suite, true, 8)).toBe(8);
    expect(shardCount(suiteOf(costing('a', 1, 1)), true, 8)).toBe(2);
    expect(shardCount(suite, true, 900)).toBe(256);
    expect(shardCount(suiteOf([]), true, 8)).toBe(1);
  });

  test('is such that a shard takes about a minute, where nobody asked for one', () => {
    expect(shardCount(suite, true)).toBe(9);
    expect(shardCount(suite, false)).toBe(4);
  });
});

test('a matrix has a job for each shard, with a number for names that can have no slash', () => {
  const { shards } = planShards(suiteOf([...costing('a', 1, 1), ...costing('b', 1)]), 2);
  expect(shardMatrix(shards)).toEqual({
    include: [
      { shard: '1/2', index: 1, cases: 2 },
      { shard: '2/2', index: 2, cases: 1 },
    ],
  });
});
