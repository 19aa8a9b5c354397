import { expect, test } from '@jest/globals';
import { verdictLines, verdictOf } from '../../src/report/console/verdict.js';
import { failed, succeeded } from '../action/results.js';

const named = <T extends ReturnType<typeof succeeded> | ReturnType<typeof failed>>(
  result: T,
  key: string,
  durationMs: number,
): T => ({ ...result, durationMs, function: { ...result.function, key } });

test('one invocation is told in a sentence, in the first line of its message', () => {
  expect(verdictLines([succeeded('1')])).toEqual(['hello succeeded in 12.35 ms (init 81 ms, 45 MB of 1024 MB)']);
  expect(verdictLines([failed('TypeError', 'no\nmore')])).toEqual(['hello failed: TypeError: no']);
});

test('several are told in columns, the durations by their decimal points', () => {
  const results = [
    named(succeeded('1'), 'hello', 12.3456),
    named(failed('TypeError', 'no\nmore'), 'checkout', 1002.1),
    named(failed('Sandbox.Timedout', 'late', { status: 'timeout' }), 'pay', 6000),
  ];
  expect(verdictLines(results)).toEqual([
    'hello     succeeded    12.35 ms  (init 81 ms, 45 MB of 1024 MB)',
    'checkout  failed     1002.10 ms  TypeError: no',
    'pay       timed out  6000.00 ms  Sandbox.Timedout: late',
  ]);
});

test('a verdict has the lines of the message that is to be said', () => {
  expect(verdictOf(failed('Error', 'a\nb'))).toBe('hello failed: Error: a\nb');
  expect(verdictOf(failed('Error', 'a\nb'), 'a')).toBe('hello failed: Error: a');
});
