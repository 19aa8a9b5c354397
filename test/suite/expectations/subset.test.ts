import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExactJson, parseExactJson } from '../../../src/json/exact-number.js';
import { isMatch, mismatches } from '../../../src/suite/expectations/match.js';
import { literal, readPattern } from '../../../src/suite/expectations/read-pattern.js';
import { pairUp } from '../../../src/suite/expectations/unordered.js';
import { holds } from '../../hostile/property.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values of few kinds, so that two of them often agree in part. */
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, 1.5, '', 'a', 'b', '1'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'toString'), tie('json'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

const asText = (value: Json): ExactJson => parseExactJson(JSON.stringify(value));

/** What is expected by subset, word for word as it is documented, and in no way clever. */
function isSubset(expected: Json, received: Json, exact: boolean): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(received) || expected.length !== received.length) return false;
    for (let index = 0; index < expected.length; index += 1) {
      if (!isSubset(expected[index] as Json, received[index] as Json, exact)) return false;
    }
    return true;
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof received !== 'object' || received === null || Array.isArray(received)) return false;
    for (const key of Object.keys(expected)) {
      if (!Object.keys(received).includes(key)) return false;
      if (!isSubset(expected[key] as Json, received[key] as Json, exact)) return false;
    }
    return !exact || Object.keys(received).every((key) => Object.keys(expected).includes(key));
  }
  return expected === received;
}

/** A part of a value: members left out here and there. */
function partOf(value: Json, choice: () => boolean): Json {
  if (Array.isArray(value)) return value.map((item) => partOf(item, choice));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => choice());
  return Object.fromEntries(kept.map(([key, member]) => [key, partOf(member, choice)]));
}

test('a value is expected by subset, or exactly, as the slow reference says', async () => {
  await holds(3000, [json, json, fc.boolean()], (expected, received, exact) => {
    const pattern = readPattern(asText(expected), { exact });
    expect(isMatch(pattern, asText(received))).toBe(isSubset(expected, received, exact));
  });
});

test('every part of a value matches it, and the whole matches exactly', async () => {
  await holds(1000, [json, fc.infiniteStream(fc.boolean())], (value, choices) => {
    const part = partOf(value, () => choices.next().value === true);
    expect(mismatches(readPattern(asText(part), { exact: false }), asText(value), ['output'])).toEqual([]);
    expect(isMatch(literal(asText(value)), asText(value))).toBe(true);
  });
});

test('a part that was changed in one place is found fault with there', async () => {
  await holds(1000, [json, fc.nat()], (value, seed) => {
    const places: (readonly (string | number)[])[] = [];
    const collect = (inner: Json, path: readonly (string | number)[]): void => {
      if (typeof inner !== 'object' || inner === null) places.push(path);
      else if (Array.isArray(inner)) for (const [index, item] of inner.entries()) collect(item, [...path, index]);
      else for (const [key, member] of Object.entries(inner)) collect(member, [...path, key]);
    };
    collect(value, []);
    const place = places[seed % Math.max(1, places.length)];
    if (place === undefined) return;
    const pattern = readPattern(asText(changed(value, place)), { exact: false });
    expect(mismatches(pattern, asText(value), []).map(({ path }) => path)).toEqual([place]);
  });
});

function changed(value: Json, [step, ...rest]: readonly (string | number)[]): Json {
  if (step === undefined) return 'changed';
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? changed(item, rest) : item));
  const members = Object.entries(value as { [key: string]: Json });
  return Object.fromEntries(members.map(([key, member]) => [key, key === step ? changed(member, rest) : member]));
}

test('as many items as can be are paired, whatever their order', async () => {
  const lists = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), { maxLength: 6 });
  await holds(1000, [lists, fc.array(fc.nat({ max: 5 }), { maxLength: 6 })], (expected, received) => {
    const fits = (choices: readonly number[], value: number): boolean => choices.includes(value);
    const { unmatched, surplus } = pairUp(expected, received, fits);
    const most = mostPairs(expected, received);
    expect(expected.length - unmatched.length).toBe(most);
    expect(received.length - surplus.length).toBe(most);
  });
});

/** The most pairs that can be, by trying all. */
function mostPairs([first, ...rest]: readonly number[][], received: readonly number[]): number {
  if (first === undefined) return 0;
  const without = mostPairs(rest, received);
  const withEach = received.flatMap((value, index) =>
    first.includes(value) ? [1 + mostPairs(rest, received.toSpliced(index, 1))] : [],
  );
  return Math.max(without, ...withEach);
}
