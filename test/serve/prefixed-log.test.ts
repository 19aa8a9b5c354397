import { expect, test } from '@jest/globals';
import { PrefixedLog } from '../../src/serve/prefixed-log.js';

/** What a log makes of pieces. */
function logged(...pieces: readonly (readonly ['stdout' | 'stderr' | 'platform', string])[]): string {
  let text = '';
  const log = new PrefixedLog('f', (lines) => {
    text += lines.toString();
  });
  for (const [source, piece] of pieces) void log.write(Buffer.from(piece), source);
  return text;
}

test('each line gets the name, once it is whole', () => {
  expect(logged(['stdout', 'one\ntw'], ['stderr', 'other\n'], ['stdout', 'o\n\n'])).toBe(
    'f | one\nf | other\nf | two\nf | \n',
  );
});

test('a line without an end comes before what the platform says next', () => {
  expect(logged(['stdout', 'never ended'], ['platform', 'END RequestId: 1\n'])).toBe(
    'f | never ended\nf | END RequestId: 1\n',
  );
});

test('a line without an end is not held back without a bound', () => {
  expect(logged(['stdout', 'x'.repeat(70_000)])).toBe(`f | ${'x'.repeat(70_000)}\n`);
});
