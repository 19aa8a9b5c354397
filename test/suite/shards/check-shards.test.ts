import { describe, expect, test } from '@jest/globals';
import { checkShards } from '../../../src/suite/shards/check-shards.js';
import { planDigest } from '../../../src/suite/shards/plan-shards.js';

const ids = [['a', 'b'], ['c'], ['d', 'e']];
const plan = planDigest(ids);
const results = (
  index: number,
  more: { readonly name?: string; readonly plan?: string; readonly count?: number } = {},
) => ({
  name: more.name ?? `results-${index}.json`,
  shard: { index, count: more.count ?? 3, plan: more.plan ?? plan },
  ids: ids[index - 1] ?? [],
});

/** The codes of the problems, and the names of what adds up. */
function check(all: Parameters<typeof checkShards>[0]) {
  const { results: added, problems } = checkShards(all);
  return { added: added.map(({ name }) => name), problems: problems.map(({ code, message }) => [code, message]) };
}

describe('the results of shards', () => {
  test('add up in the order of the shards, however they come', () => {
    expect(check([results(3), results(1), results(2)])).toEqual({
      added: ['results-1.json', 'results-2.json', 'results-3.json'],
      problems: [],
    });
  });

  test('of a whole suite alone are the whole', () => {
    expect(check([{ name: 'results.json', ids: ['a'] }])).toEqual({ added: ['results.json'], problems: [] });
  });

  test('that are missing are named', () => {
    expect(check([results(2)])).toEqual({
      added: ['results-2.json'],
      problems: [['merge-shard-missing', 'The results of the shards 1/3, 3/3 are missing.']],
    });
  });

  test('that are there twice are named, and the first is counted', () => {
    expect(check([results(1), results(2), results(3), results(2, { name: 'again.json' })])).toEqual({
      added: ['results-1.json', 'results-2.json', 'results-3.json'],
      problems: [
        ['merge-shard-twice', 'The shard 2/3 is there twice: results-2.json, again.json. The first is counted.'],
      ],
    });
  });

  test('of another plan, or of a whole suite, do not add up with the others', () => {
    const of = { name: 'other.json', plan: 'x' };
    expect(check([results(1), results(2, of), results(3), { name: 'whole.json', ids: ['a'] }])).toEqual({
      added: ['results-1.json', 'results-3.json'],
      problems: [
        [
          'merge-other-plan',
          'other.json is the shard 2/3 of another plan than results-1.json, so that they do not add up.',
        ],
        ['merge-no-shard', "whole.json has the results of a whole suite, which can't be added to those of shards."],
        ['merge-shard-missing', 'The results of the shard 2/3 are missing.'],
      ],
    });
  });

  test('with other cases than their plan had are no whole', () => {
    const { problems } = check([results(1), { ...results(2), ids: [] }, results(3)]);
    expect(problems.map(([code]) => code)).toEqual(['merge-other-cases']);
  });

  test('of 256 shards, most of them missing, are told in one line', () => {
    const { problems } = check([results(1, { count: 256 })]);
    expect(problems[0]?.[1]).toMatch(/^The results of the shards 2\/256, .*21\/256 and 235 more are missing\.$/);
  });
});
