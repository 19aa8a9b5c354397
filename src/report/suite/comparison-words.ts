import type { ComparisonKind } from '../../suite/comparison/comparison.js';
import type { ReportedComparison } from './suite-report.js';

/** What a report calls the kinds of cases, the worst first. */
export const kindWords: Readonly<Record<ComparisonKind, string>> = {
  broken: 'broken',
  changed: 'changed',
  fixed: 'fixed',
  new: 'new',
  unknown: 'not known',
  same: 'the same',
};

/** The commit that a suite was compared with: `main (0123456789)`. */
export function baseName({ ref, commit }: ReportedComparison): string {
  return `${ref} (${commit.slice(0, 10)})`;
}

/** How many cases there are of each kind: `1 broken, 2 changed, 7 the same`. */
export function countsText({ counts }: ReportedComparison): string {
  const told = Object.entries(kindWords) as [ComparisonKind, string][];
  const parts = told.filter(([kind]) => counts[kind] > 0).map(([kind, word]) => `${counts[kind]} ${word}`);
  return parts.length === 0 ? 'no case' : parts.join(', ');
}

/** What is said where a verdict does not follow from the cases that fail; `undefined` where it does. */
export function verdictNote(
  { failOn, counts: { broken, unknown, changed } }: ReportedComparison,
  failed: number,
): string | undefined {
  if (failOn === 'failures') return undefined;
  const isBad = broken > 0 || unknown > 0 || (failOn === 'changes' && changed > 0);
  if (isBad) return failed > 0 ? undefined : failureNote(failOn, unknown, changed);
  const what =
    failOn === 'changes' ? 'Nothing changed for the worse, and no response is another' : 'There is no regression';
  const before = failed === 0 ? '' : `: what fails failed before, too, which \`fail-on: ${failOn}\` lets pass`;
  return `${what}${before}.`;
}

/** Why a suite fails in which no case does. */
function failureNote(failOn: ReportedComparison['failOn'], unknown: number, changed: number): string {
  const reasons = [
    ...(changed > 0 && failOn === 'changes' ? [`${changed} ${kindWords.changed}`] : []),
    ...(unknown > 0 ? [`${unknown} ${kindWords.unknown}`] : []),
  ];
  return `The suite fails by \`fail-on: ${failOn}\`: ${reasons.join(', ')}.`;
}
