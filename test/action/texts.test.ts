import { describe, expect, test } from '@jest/globals';
import { commandLine, plainLine } from '../../src/action/workflow-commands.js';
import { cutText } from '../../src/report/text/cut-middle.js';

test('the data of a command is escaped', () => {
  expect(commandLine('group', '100%\r\na::b')).toBe('::group::100%25%0D%0Aa::b\n');
});

describe('a plain line is no command', () => {
  test.each([
    ['::error::x', ': :error::x\n'],
    ['  ::error::x', '  : :error::x\n'],
    ['x ##[error]y', 'x ## [error]y\n'],
    ['x\r\n::error::y\u2028z', 'x ::error::y z\n'],
    ['\u0085::error::x', ' : :error::x\n'],
    ['a::b', 'a::b\n'],
  ])('%j', (text, expected) => {
    expect(plainLine(text)).toBe(expected);
  });
});

describe('a text that is cut', () => {
  test('is whole where it fits', () => {
    expect(cutText('x'.repeat(10), 10)).toBe('x'.repeat(10));
  });

  test('is never longer than the limit, and never ends in half a character', () => {
    const text = '😀'.repeat(300);
    for (let limit = 50; limit < 400; limit++) {
      const cut = cutText(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(Buffer.from(cut).toString()).toBe(cut);
    }
  });
});
