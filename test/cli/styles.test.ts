import { expect, test } from '@jest/globals';
import { hasColours } from '../../src/cli/styles.js';
import { stylesFor } from '../../src/report/console/styles.js';

test.each<[boolean, boolean, Record<string, string>]>([
  [true, true, {}],
  [false, false, {}],
  [false, true, { NO_COLOR: '1' }],
  [true, true, { NO_COLOR: '' }],
  [false, true, { TERM: 'dumb' }],
  [true, false, { FORCE_COLOR: '' }],
  [true, false, { FORCE_COLOR: '1', NO_COLOR: '1' }],
  [false, true, { FORCE_COLOR: '0' }],
  [false, true, { FORCE_COLOR: 'false' }],
])('colours are %p where a terminal is %p and the environment is %j', (expected, isTTY, environment) => {
  expect(hasColours({ isTTY }, environment)).toBe(expected);
});

test('a style ends where its text does, and without colours there is none', () => {
  expect(stylesFor(true).error('x')).toBe('\u001b[31mx\u001b[39m');
  expect(stylesFor(false).error('x')).toBe('x');
});
