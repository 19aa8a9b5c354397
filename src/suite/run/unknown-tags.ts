import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { SuiteCase } from '../suite-case.js';

/** Warnings of tags that were asked for and no case has: by a slip of the pen, cases that should be run are not. */
export function unknownTags(cases: readonly Pick<SuiteCase, 'tags'>[], asked: readonly string[]): Diagnostic[] {
  if (asked.length === 0) return [];
  const known = new Set(cases.flatMap(({ tags }) => tags));
  return asked
    .filter((tag) => !known.has(tag))
    .map((tag) => {
      const nearest = nearestName(tag, [...known]);
      return {
        severity: 'warning',
        code: 'tag-unknown',
        message: `No case has the tag \`${tag}\`.`,
        ...(nearest === undefined ? {} : { hint: `Did you mean \`${nearest}\`?` }),
      };
    });
}
