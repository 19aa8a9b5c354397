import { type ExactJson, isJsonObject, isSameNumber } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import { matches } from './bounded-regex.js';
import { pathText } from './case-path.js';
import { difference, type Mismatch, otherCount, surplus, tooMany, tooSlow } from './mismatch.js';
import { isWithin } from './number-range.js';
import { nothing, type Pattern, type Received } from './pattern.js';
import { shownPattern, shownValue } from './shown-value.js';
import { pairUp } from './unordered.js';
import { isNumber, isOfType } from './value-type.js';

/** The most places that are listed. */
const mostMismatches = 50;

/** The most pairs of items that are tried for a list in any order. */
const mostPairs = 4_000_000;

/**
 * Compares a value with a pattern.
 * @param path the value's name in messages: `['output']`
 * @returns the places where it is not as expected, at most 50; none if it matches
 */
export function mismatches(pattern: Pattern, received: Received, path: CasePath): Mismatch[] {
  const found: Mismatch[] = [];
  for (const mismatch of differences(pattern, received, path)) {
    found.push(mismatch);
    if (found.length === mostMismatches) break;
  }
  return found;
}

/** Whether a value matches a pattern. */
export function isMatch(pattern: Pattern, received: Received): boolean {
  return differences(pattern, received, []).next().done === true;
}

/** The places where a value is not as expected, found one by one. */
function* differences(pattern: Pattern, received: Received, path: CasePath): Generator<Mismatch, void> {
  if (pattern.kind === 'object' && isJsonObject(received)) yield* memberDifferences(pattern, received, path);
  else if (pattern.kind === 'list' && Array.isArray(received)) yield* itemDifferences(pattern.items, received, path);
  else if (pattern.kind === 'unordered' && Array.isArray(received)) {
    yield* unorderedDifferences(pattern.items, received, path);
  } else {
    const isAsExpected = isLike(pattern, received);
    if (isAsExpected === undefined) yield tooSlow(pattern, received, path);
    else if (!isAsExpected) yield difference(pattern, received, path);
  }
}

/** Whether a value matches a pattern without members or items; `undefined` if finding out takes too long. */
function isLike(pattern: Pattern, received: Received): boolean | undefined {
  switch (pattern.kind) {
    case 'scalar':
      return isEqual(pattern.value, received);
    case 'any':
      return isOfType(received, pattern.type);
    case 'regex':
      return typeof received === 'string' ? matches(pattern.regex, received) : false;
    case 'range':
      return isNumber(received) && isWithin(received, pattern.bounds);
    case 'one-of':
      return pattern.choices.some((choice) => isMatch(choice, received));
    case 'absent':
      return received === nothing;
    default:
      return false;
  }
}

function* memberDifferences(
  { members, exact }: Extract<Pattern, { kind: 'object' }>,
  received: { readonly [key: string]: ExactJson },
  path: CasePath,
): Generator<Mismatch, void> {
  for (const [key, member] of members) {
    yield* differences(member, Object.hasOwn(received, key) ? (received[key] ?? null) : nothing, [...path, key]);
  }
  if (!exact) return;
  for (const [key, value] of Object.entries(received)) {
    if (!members.has(key)) yield surplus(value, [...path, key]);
  }
}

function* itemDifferences(
  items: readonly Pattern[],
  received: readonly ExactJson[],
  path: CasePath,
): Generator<Mismatch, void> {
  if (items.length !== received.length) yield otherCount(items, received, path);
  for (const [index, item] of items.entries()) {
    if (index < received.length) yield* differences(item, received[index] ?? null, [...path, index]);
  }
}

function* unorderedDifferences(
  items: readonly Pattern[],
  received: readonly ExactJson[],
  path: CasePath,
): Generator<Mismatch, void> {
  if (items.length * received.length > mostPairs) {
    yield items.length === received.length ? tooMany(items, path) : otherCount(items, received, path);
    return;
  }
  const { unmatched, surplus: left } = pairUp(items, received, isMatch);
  for (const index of unmatched) {
    const expected = shownPattern(items[index] ?? { kind: 'absent' });
    const message = `${pathText(path)} has no item that is ${expected}.`;
    yield { path: [...path, '$unordered', index], message, expected, received: 'no such item' };
  }
  for (const index of left) {
    const value = shownValue(received[index] ?? null);
    const message = `${pathText([...path, index])} is ${value}, and no such item was expected.`;
    yield { path, message, expected: 'no such item', received: value };
  }
}

function isEqual(expected: Extract<Pattern, { kind: 'scalar' }>['value'], received: Received): boolean {
  if (isNumber(expected)) return isNumber(received) && isSameNumber(expected, received);
  return expected === received;
}
