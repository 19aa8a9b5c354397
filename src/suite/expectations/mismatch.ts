import type { ExactJson } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import { pathText } from './case-path.js';
import { nothing, type Pattern, type Received } from './pattern.js';
import { shownPattern, shownValue } from './shown-value.js';

/** A place where a value is not as it was expected. */
export interface Mismatch {
  readonly path: CasePath;
  /** One sentence on one line. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

/** A list has another number of items than expected. */
export function otherCount(items: readonly Pattern[], received: readonly ExactJson[], path: CasePath): Mismatch {
  const [expected, found] = [count(items.length), count(received.length)];
  const verb = items.length === 1 ? 'was' : 'were';
  return {
    path,
    message: `${pathText(path)} has ${found}, and ${expected} ${verb} expected.`,
    expected,
    received: found,
  };
}

/** A list has too many items for a comparison in any order. */
export function tooMany(items: readonly Pattern[], path: CasePath): Mismatch {
  const found = count(items.length);
  const message = `${pathText(path)} has ${found}, which are too many to be compared in any order.`;
  return { path, message, expected: 'fewer items', received: found };
}

/** A value is not what a pattern expects. */
export function difference(pattern: Pattern, received: Received, path: CasePath): Mismatch {
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

/** A member is not expected at all. */
export function surplus(value: Received, path: CasePath): Mismatch {
  return {
    path,
    message: `${pathText(path)} is ${shownValue(value)}, and no further members were expected.`,
    expected: 'no such member',
    received: shownValue(value),
  };
}

/** A regular expression was given up. */
export function tooSlow(pattern: Pattern, received: Received, path: CasePath): Mismatch {
  const expected = shownPattern(pattern);
  return {
    path,
    message: `${pathText(path)} takes ${expected} too long: it was given up.`,
    expected,
    received: shownValue(received),
  };
}

function count(items: number): string {
  return items === 1 ? '1 item' : `${items} items`;
}
