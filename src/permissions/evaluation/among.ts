import type { PatternMatch } from './pattern.js';
import { any, no, not, type Truth } from './truth.js';

/**
 * Whether one of some patterns matches, or none of them if they are excluded. A pattern whose variable has no value matches nothing, and
 * where it may have excluded something, the test does not hold.
 */
export function among(matches: readonly PatternMatch[], isExclusion: boolean): Truth {
  const known = matches.filter((match): match is Truth => match.kind !== 'void');
  const found = any(known);
  if (!isExclusion) return found;
  return known.length < matches.length && found.kind !== 'yes' ? no : not(found);
}
