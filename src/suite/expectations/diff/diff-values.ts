import { nothing, type Pattern, type Received } from '../pattern.js';
import { diffText } from './diff-text.js';
import { expectedOf } from './expected-value.js';
import { jsonLines, shown } from './json-lines.js';
import { prune } from './prune.js';

/**
 * A diff of the expectation and the value, as JSON of many lines. Parts that match are the same on both sides, so that only
 * what is wrong differs. A matcher that was not met is shown as written. Of a large value only a part is shown.
 */
export function diffValues(pattern: Pattern, received: Received): string {
  const part = prune(pattern, received);
  const after = part === nothing ? undefined : shown(part);
  return diffText(jsonLines(expectedOf(pattern, part)), jsonLines(after));
}
