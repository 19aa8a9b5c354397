import { expect, test } from '@jest/globals';
import type { SiblingFacts } from '../../../src/invoke/result.js';
import { siblingsBlock } from '../../../src/report/markdown/siblings-block.js';
import { literalWith } from '../../../src/report/text/literal-text.js';

const facts: SiblingFacts = {
  function: 'charge',
  calledBy: 'order',
  type: 'RequestResponse',
  attempt: 1,
  status: 'success',
  requestId: 'id',
  durationMs: 12.34,
  maxMemoryUsedMiB: 50,
};
const context = { literal: literalWith((text) => text.replaceAll('secret', '***')) };

test('functions that were invoked are a table, in which secrets and Markdown mean nothing', () => {
  const failed: SiblingFacts = {
    ...facts,
    function: 'mail|secret',
    type: 'Event',
    attempt: 2,
    status: 'error',
    error: { type: 'Error`', message: '' },
  };
  const block = siblingsBlock([facts, failed], context);
  expect(block.split('\n').slice(2, 4)).toEqual([
    '| `charge` | `order` | waited for | ✅ | 12.34\u00a0ms |',
    '| <code>mail&#124;&#42;&#42;&#42;</code> | `order` | not waited for, attempt 2 | ❌ <code>Error&#96;</code> | 12.34\u00a0ms |',
  ]);
});

test('of very many only the first are shown', () => {
  const block = siblingsBlock(
    Array.from({ length: 30 }, () => facts),
    context,
  );
  expect(block.match(/`charge`/g)).toHaveLength(20);
  expect(block).toContain('And 10 more invocations.');
  expect(siblingsBlock([], context)).toBe('');
});
