import { describe, expect, test } from '@jest/globals';
import type { ExactJson } from '../../../src/json/exact-number.js';
import { drop, parseValuePath, replaceAt } from '../../../src/suite/snapshots/value-path.js';

function without(value: ExactJson, ...paths: readonly string[]): ExactJson {
  const parsed = paths.map((path) => parseValuePath(path) ?? []);
  return replaceAt(value, parsed, () => drop);
}

describe('a path', () => {
  test.each<[string, ExactJson]>([
    ['a', { b: { c: 1, d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], 'x y': 1, '0': 1 }],
    ['b.c', { a: 1, b: { d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], 'x y': 1, '0': 1 }],
    ['list[0].c', { a: 1, b: { c: 1, d: 2 }, list: [{}, { c: 2, d: 3 }], 'x y': 1, '0': 1 }],
    ['list[*].c', { a: 1, b: { c: 1, d: 2 }, list: [{}, { d: 3 }], 'x y': 1, '0': 1 }],
    ['list[1]', { a: 1, b: { c: 1, d: 2 }, list: [{ c: 1 }, null], 'x y': 1, '0': 1 }],
    ['*.c', { a: 1, b: { d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], 'x y': 1, '0': 1 }],
    ['**.c', { a: 1, b: { d: 2 }, list: [{}, { d: 3 }], 'x y': 1, '0': 1 }],
    ['["x y"]', { a: 1, b: { c: 1, d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], '0': 1 }],
    ['["0"]', { a: 1, b: { c: 1, d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], 'x y': 1 }],
    ['nothing.here', { a: 1, b: { c: 1, d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], 'x y': 1, '0': 1 }],
  ])('%s leads to what is removed', (path, left) => {
    const value = { a: 1, b: { c: 1, d: 2 }, list: [{ c: 1 }, { c: 2, d: 3 }], 'x y': 1, '0': 1 };
    expect(without(value, path)).toEqual(left);
  });

  test.each(['', '.a', 'a.', 'a..b', 'a[', 'a[x]', 'a["b]', '**', 'a.**', '[0]a'])('%j is malformed', (path) => {
    expect(parseValuePath(path)).toBeUndefined();
  });
});
