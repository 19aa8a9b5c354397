import type { PatternMatch } from './pattern.js';
import { any, no, not, type Truth, unknown } from './truth.js';

/**
 * Whether one of some patterns matches, or none of them if they are excluded. A pattern whose variable has no value matches nothing, and
 * where it may have excluded something, the test does not hold.
 */
export function among(matches: readonly PatternMatch[], isExclusion: boolean): Truth {
  const found = any(matches.map(asTruth));
  if (!isExclusion) return found;
  if (found.kind === 'yes' || matches.some(({ kind }) => kind === 'void')) return no;
  const perhaps = matches.find((match) => match.kind === 'perhaps-void');
  return found.kind === 'no' && perhaps !== undefined ? unknown(perhaps.reason) : not(found);
}

function asTruth(match: PatternMatch): Truth {
  return match.kind === 'void' || match.kind === 'perhaps-void' ? no : match;
}
