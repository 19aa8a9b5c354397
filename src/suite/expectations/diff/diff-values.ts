import { nothing, type Pattern, type Received } from '../pattern.js';
import { diffText } from './diff-text.js';
import { expectedOf } from './expected-value.js';
import { jsonLines, shown } from './json-lines.js';
import { prune } from './prune.js';

/**
 * What was expected of a value against the value, as JSON of many lines. What matches is the same on both sides: only what is
 * wrong differs, and a matcher that was not met stands as it is written. Of a large value only a part is shown.
 */
export function diffValues(pattern: Pattern, received: Received): string {
  const part = prune(pattern, received);
  const after = part === nothing ? undefined : shown(part);
  return diffText(jsonLines(expectedOf(pattern, part)), jsonLines(after));
}
