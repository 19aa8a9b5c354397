import { expect, test } from '@jest/globals';
import { UserError } from '../../../src/diagnostics/user-error.js';
import { parseShard, parseShardCount, shardText } from '../../../src/suite/shards/shard.js';

test.each([
  ['1/1', { index: 1, count: 1 }],
  ['3/8', { index: 3, count: 8 }],
  [' 12 / 256 ', { index: 12, count: 256 }],
])('%j is a shard', (text, shard) => {
  expect(parseShard(text, 'The flag --shard')).toEqual(shard);
  expect(parseShard(shardText(shard), '')).toEqual(shard);
});

test.each([
  ['3', 'The flag --shard is "3", which is not a shard.'],
  ['0/8', 'The flag --shard is "0/8", which is not a shard.'],
  ['-1/8', 'The flag --shard is "-1/8", which is not a shard.'],
  ['1.5/8', 'The flag --shard is "1.5/8", which is not a shard.'],
  ['9/8', 'The flag --shard is 9/8, and there are only 8 shards.'],
  ['1/257', 'The flag --shard is 1/257, and there can be at most 256 shards.'],
])('%j is none', (text, message) => {
  expect(() => parseShard(text, 'The flag --shard')).toThrow(new UserError({ code: 'shard-invalid', message }));
});

test('the number of shards is a whole one from 1 to 256', () => {
  expect([parseShardCount('1', ''), parseShardCount('256', '')]).toEqual([1, 256]);
  for (const text of ['', '0', '257', '1e2', '2.5', 'many']) {
    const message = `The input \`shards\` is ${JSON.stringify(text)}, and takes a whole number from 1 to 256.`;
    expect(() => parseShardCount(text, 'The input `shards`')).toThrow(message);
  }
});
