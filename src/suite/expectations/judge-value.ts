import type { CasePath } from '../case-path.js';
import { diffValues } from './diff/diff-values.js';
import type { Finding } from './finding.js';
import { mismatches } from './match.js';
import type { Pattern, Received } from './pattern.js';

/**
 * One finding for everything that is wrong with a value; none if it is as expected.
 * @param path what was judged within `expect`: `['output']`
 */
export function judgeValue(pattern: Pattern, received: Received, path: CasePath): Finding[] {
  const found = mismatches(pattern, received, path);
  const [first] = found;
  if (first === undefined) return [];
  const diff = diffValues(pattern, received);
  const more = found.length === 1 ? '' : ` (And ${found.length - 1} more ${found.length === 2 ? 'place' : 'places'}.)`;
  return [
    {
      path: ['expect', ...first.path],
      message: first.message + more,
      expected: first.expected,
      received: first.received,
      ...(diff === '' ? {} : { diff }),
    },
  ];
}
