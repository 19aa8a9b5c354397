import { describe, expect, test } from '@jest/globals';
import { indentInPieces, indentJson } from '../../src/report/indent-json.js';
import { cpuMs } from '../cpu-time.js';

describe('indentJson', () => {
  test.each([
    'null',
    '""',
    '0',
    '-0.5',
    '[]',
    '{}',
    '[1,2,[3,[]],{}]',
    '{"a":{"b":[true,false,null]},"c":"x"}',
    '  { "a" :\t[ ] ,\r\n "b":{ } }\n',
    '"\\u00e9\\n\\"\\\\"',
    '{"ключ":["значение","😀"]}',
    '[[[[1]]],[{"a":[{}]}]]',
  ])('lays %j out as JSON.stringify does', (text) => {
    expect(indentJson(text)?.toString()).toBe(JSON.stringify(JSON.parse(text), null, 2).replaceAll('é', '\\u00e9'));
  });

  test.each([
    ['12345678901234567890', '12345678901234567890'],
    ['[1.10,1E+2,-0.0]', '[\n  1.10,\n  1E+2,\n  -0.0\n]'],
    ['{"b":1,"a":2,"b":3}', '{\n  "b": 1,\n  "a": 2,\n  "b": 3\n}'],
    ['{"2":0,"1":0}', '{\n  "2": 0,\n  "1": 0\n}'],
    ['["\\/","\\u0041","\\ud800"]', '[\n  "\\/",\n  "\\u0041",\n  "\\ud800"\n]'],
  ])('changes no token of %j', (text, expected) => {
    expect(indentJson(text)?.toString()).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '{',
    '[',
    '[1,]',
    '{"a":1,}',
    '{"a"}',
    '{"a":}',
    '{a:1}',
    "{'a':1}",
    '[1 2]',
    '[1]]',
    '{]',
    '[}',
    '01',
    '1.',
    '.5',
    '+1',
    '-',
    '1e',
    'tru',
    'truex',
    'nul',
    'NaN',
    'undefined',
    '"a',
    '"\n"',
    '"\\x"',
    '"\\u12g4"',
    '1 1',
    ',',
    '\u00a01',
    '\ufeff1',
  ])('gives undefined for %j, which is not JSON', (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(indentJson(text)).toBeUndefined();
  });

  test('gives undefined for what is nested 100,000 deep, and overflows no stack', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    expect(indentJson(nested(10))?.toString()).toBe(JSON.stringify(JSON.parse(nested(10)), null, 2));
    expect(indentJson(nested(100_000))).toBeUndefined();
    expect(indentJson('{"a":'.repeat(100_000))).toBeUndefined();
    expect(indentJson(`[${`${nested(700)},`.repeat(100)}1]`)).toBeUndefined();
  });

  test.each([
    ['short strings', '"a"'],
    ['strings longer than a piece', `"${'é'.repeat(40_000)}"`],
    ['escapes wherever a piece ends', `"${'\\\\'.repeat(50_000)}"`],
    ['deep lists', `${'['.repeat(20)}1${']'.repeat(20)}`],
  ])('lays %s out in pieces as a whole', (_name, value) => {
    const text = `[${Array.from({ length: 3 + 100_000 / value.length }, () => value).join(',')},"\\\\"]`;
    const pieces = [...(indentInPieces(Buffer.from(text)) ?? [])];
    expect(pieces.length).toBeGreaterThan(1);
    const expected = Buffer.from(JSON.stringify(JSON.parse(text), null, 2));
    expect(Buffer.concat(pieces).equals(expected)).toBe(true);
    const taken: Buffer[] = [];
    let last: Buffer | undefined;
    for (const piece of indentInPieces(Buffer.from(text), () => true) ?? []) {
      if (last !== undefined) taken.push(Buffer.from(last));
      last = piece;
    }
    expect(Buffer.concat([...taken, last ?? Buffer.alloc(0)]).equals(expected)).toBe(true);
  });

  test('lays out 6 MB in well under a second', () => {
    const text = JSON.stringify(
      Array.from({ length: 100_000 }, (_, index) => ({ id: index, name: 'Ada Lovelace', tags: ['a', 'b'] })),
    );
    const started = cpuMs();
    const indented = indentJson(text);
    expect(cpuMs() - started).toBeLessThan(1_500);
    expect(indented?.toString()).toBe(JSON.stringify(JSON.parse(text), null, 2));
  });
});
