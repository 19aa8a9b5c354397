import { type ExactJson, ExactNumber, isJsonObject, isSameNumber } from '../../json/exact-number.js';
import type { CasePath } from '../suite-case.js';
import { matches } from './bounded-regex.js';
import { pathText } from './case-path.js';
import { isWithin } from './number-range.js';
import { nothing, type Pattern, type Received, type ValueType } from './pattern.js';
import { shownPattern, shownValue } from './shown-value.js';
import { pairUp } from './unordered.js';

/** A place where a value is not as it was expected. */
export interface Mismatch {
  readonly path: CasePath;
  /** One sentence on one line. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

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

function otherCount(items: readonly Pattern[], received: readonly ExactJson[], path: CasePath): Mismatch {
  const [expected, found] = [count(items.length), count(received.length)];
  const verb = items.length === 1 ? 'was' : 'were';
  return {
    path,
    message: `${pathText(path)} has ${found}, and ${expected} ${verb} expected.`,
    expected,
    received: found,
  };
}

function tooMany(items: readonly Pattern[], path: CasePath): Mismatch {
  const found = count(items.length);
  const message = `${pathText(path)} has ${found}, which are too many to be compared in any order.`;
  return { path, message, expected: 'fewer items', received: found };
}

function difference(pattern: Pattern, received: Received, path: CasePath): Mismatch {
  const name = pathText(path);
  const expected = shownPattern(pattern);
  const value = shownValue(received);
  const found = received === nothing ? `${name} is missing` : `${name} is ${value}`;
  return { path, message: `${found}, and ${wanted(pattern, expected)} was expected.`, expected, received: value };
}

function wanted(pattern: Pattern, expected: string): string {
  switch (pattern.kind) {
    case 'absent':
      return 'no such member';
    case 'regex':
      return `a text that matches ${expected}`;
    default:
      return expected;
  }
}

function surplus(value: Received, path: CasePath): Mismatch {
  return {
    path,
    message: `${pathText(path)} is ${shownValue(value)}, and no further members were expected.`,
    expected: 'no such member',
    received: shownValue(value),
  };
}

function tooSlow(pattern: Pattern, received: Received, path: CasePath): Mismatch {
  const expected = shownPattern(pattern);
  return {
    path,
    message: `${pathText(path)} takes ${expected} too long: it was given up.`,
    expected,
    received: shownValue(received),
  };
}

function isEqual(expected: Extract<Pattern, { kind: 'scalar' }>['value'], received: Received): boolean {
  if (isNumber(expected)) return isNumber(received) && isSameNumber(expected, received);
  return expected === received;
}

function isOfType(value: Received, type: ValueType): boolean {
  switch (type) {
    case 'value':
      return value !== nothing;
    case 'null':
      return value === null;
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'number':
      return isNumber(value);
    case 'integer':
      return isNumber(value) && isInteger(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function isNumber(value: unknown): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}

function isInteger(value: number | ExactNumber): boolean {
  return value instanceof ExactNumber ? /^-?\d+$/.test(value.text) : Number.isInteger(value);
}

function count(items: number): string {
  return items === 1 ? '1 item' : `${items} items`;
}
