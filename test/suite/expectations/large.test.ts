import { describe, expect, test } from '@jest/globals';
import type { ExactJson } from '../../../src/json/exact-number.js';
import { judge } from '../../../src/suite/expectations/judge.js';
import { readPattern } from '../../../src/suite/expectations/read-pattern.js';
import { cpuMs } from '../../cpu-time.js';
import { responded } from './judging.js';

const numbers = (count: number): string => `[${'1,'.repeat(count - 1)}1]`;
const members = `{${Array.from({ length: 300_000 }, (_, index) => `"k${index}":1`).join(',')}}`;

describe('a response of 6 MB that a hostile handler made', () => {
  test.each<[string, ExactJson, string, string]>([
    ['a list', [1, 2], numbers(3_000_000), 'output has 3000000 items, and 2 items were expected. (And 1 more place.)'],
    [
      'a list in any order',
      { $unordered: [1, 2, 3] },
      numbers(3_000_000),
      'output has 3000000 items, and 3 items were expected.',
    ],
    ['an object', { a: 1 }, members, 'output.a is missing, and 1 was expected.'],
    ['a text', '/^(a|b)+c$/', `"${'ab'.repeat(3_000_000)}"`, 'output takes /^(a|b)+c$/ too long: it was given up.'],
    ['a number', 5, '1'.repeat(6_000_000), `output is ${'1'.repeat(119)}…, and 5 was expected.`],
    ['an exponent', 5, `1e${'9'.repeat(6_000_000)}`, `output is 1e${'9'.repeat(117)}…, and 5 was expected.`],
  ])('is judged in a moment, with a short diff: %s', (_, expected, response, message) => {
    const started = cpuMs();
    const [finding] = judge(
      { status: 'success', output: readPattern(expected, { exact: false }) },
      responded(Buffer.from(response)),
    );
    expect(cpuMs() - started).toBeLessThan(15_000);
    expect(finding?.message).toBe(message);
    expect(finding?.diff?.length ?? 0).toBeLessThan(20_000);
  });
});
