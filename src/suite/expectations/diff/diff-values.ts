import type { ExactJson } from '../../../json/exact-number.js';
import { nothing, type Pattern, type Received } from '../pattern.js';
import { diffText } from './diff-text.js';
import { expectedOf } from './expected-value.js';
import { jsonLines, shown } from './json-lines.js';

/**
 * What was expected of a value against the value, as JSON of many lines. What matches is the same on both sides: only what is
 * wrong differs, and a matcher that was not met stands as it is written.
 */
export function diffValues(pattern: Pattern, received: Received): string {
  return diffText(
    jsonLines(expectedOf(pattern, received)),
    jsonLines(received === nothing ? undefined : shown(received)),
  );
}

/** Two values against each other, as JSON of many lines. */
export function diffJson(expected: ExactJson, received: ExactJson): string {
  return diffText(jsonLines(shown(expected)), jsonLines(shown(received)));
}
