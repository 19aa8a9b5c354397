import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findDuplicateKey } from '../../src/json/duplicate-key.js';
import { ExactNumber, exactJsonText, isSameNumber, parseExactJson, plainJson } from '../../src/json/exact-number.js';
import { nestingOf } from '../../src/json/walk.js';
import { holds } from '../hostile/property.js';

describe('JSON that is read exactly', () => {
  test('is what JSON.parse makes of it, where doubles hold its numbers', async () => {
    await holds(1000, [fc.json()], (text) => {
      expect(plainJson(parseExactJson(text))).toEqual(JSON.parse(text));
    });
  });

  test.each(['12345678901234567890', '-0.1000000000000000055', '1e400', '9007199254740993'])('keeps %s', (text) => {
    const value = parseExactJson(`{"a": [${text}]}`);
    expect(value).toEqual({ a: [new ExactNumber(text)] });
    expect(exactJsonText(value)).toBe(`{"a":[${text}]}`);
  });

  test.each(['1.10', '1e2', '123456789012345', '0.30', '1234567890123456'])('leaves %s a number', (text) => {
    expect(parseExactJson(text)).toBe(Number(text));
  });

  test('is written as JSON.stringify writes it', async () => {
    await holds(500, [fc.jsonValue()], (value) => {
      const parsed = parseExactJson(JSON.stringify(value));
      expect(exactJsonText(parsed)).toBe(JSON.stringify(value));
      expect(exactJsonText(parsed, 2)).toBe(JSON.stringify(value, undefined, 2));
    });
  });

  test('refuses what JSON.parse refuses', () => {
    expect(() => parseExactJson('{"a": 12345678901234567890,}')).toThrow(SyntaxError);
  });

  test('has a member __proto__ of its own', () => {
    const value = parseExactJson('{"__proto__": {"a": 12345678901234567890}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });
});

test.each<[string, string, boolean]>([
  ['1.10', '1.1', true],
  ['100', '1e2', true],
  ['-0', '0', true],
  ['0.0', '0', true],
  ['12345678901234567890', '12345678901234567891', false],
  ['12345678901234567890', '1234567890123456789e1', true],
  ['-5', '5', false],
  ['0.001', '1e-3', true],
  ['1e99999999999999999999', '1e99999999999999999998', false],
])('%s and %s are the same number: %s', (one, other, same) => {
  expect(isSameNumber(new ExactNumber(one), new ExactNumber(other))).toBe(same);
  expect(isSameNumber(new ExactNumber(other), new ExactNumber(one))).toBe(same);
});

test.each([
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', -1],
  ['{"a":1,"a":2}', 7],
  ['[{"a":1,"\\u0061":2}]', 8],
])('%s has a key twice at %d', (text, offset) => {
  expect(findDuplicateKey(Buffer.from(text))).toBe(offset);
});

test.each([
  ['1', 0],
  ['[]', 1],
  ['{"a":[[]],"b":{}}', 3],
  [`[${'[{}],'.repeat(1000)}0]`, 3],
])('%s is nested %d deep', (text, depth) => {
  expect(nestingOf(Buffer.from(text))).toEqual({ depth, isValid: true });
});
