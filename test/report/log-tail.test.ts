import { expect, test } from '@jest/globals';
import { LogTail } from '../../src/report/log-tail.js';

function excerptOf(...pieces: string[]) {
  const tail = new LogTail();
  for (const piece of pieces) tail.push(Buffer.from(piece));
  return tail.excerpt();
}

test('a short log is kept whole', () => {
  expect(excerptOf('a\n', 'b')).toEqual({ text: 'a\nb', omittedBytes: 0 });
});

test.each([
  ['many small pieces', Array.from({ length: 3000 }, (_, line) => `${String(line).padStart(99, '.')}\n`)],
  ['one large piece', [Array.from({ length: 3000 }, (_, line) => `${String(line).padStart(99, '.')}\n`).join('')]],
])('of a long log in %s the last whole lines are kept, and what is missing is counted', (_how, pieces) => {
  const { text, omittedBytes } = excerptOf(...pieces);
  expect(Buffer.byteLength(text) + omittedBytes).toBe(300_000);
  expect(text).toMatch(/^\.+\d+\n(?:.{99}\n)*\.+2999\n$/);
  expect(Buffer.byteLength(text)).toBeGreaterThan(65_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
});
