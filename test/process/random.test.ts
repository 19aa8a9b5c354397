import { afterEach, expect, jest, test } from '@jest/globals';
import { secretHex } from '../../src/process/random.js';

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['from a file of the system', '/dev/zero', '0'.repeat(32)],
  ['elsewhere than from Math.random where the system has no such file', '/nowhere/urandom', undefined],
  ['elsewhere than from Math.random where the file is shorter', '/dev/null', undefined],
])('a secret comes %s', (_, source, expected) => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  const secret = secretHex(32, source);
  expect(secret).toMatch(/^[0-9a-f]{32}$/);
  if (expected === undefined) expect(secret).not.toBe('0'.repeat(32));
  else expect(secret).toBe(expected);
});

test('a secret has as many digits as are asked for', () => {
  expect([1, 7, 32].map((digits) => secretHex(digits).length)).toEqual([1, 7, 32]);
});
