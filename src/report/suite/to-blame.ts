import { hasFailed } from './case-words.js';
import type { ReportedCase, SuiteReport } from './suite-report.js';

/**
 * The cases that make a suite fail, or would if there were any more: those that failed, or by `fail-on` those that did not fail
 * before, or whose response is another.
 */
export function casesToBlame({ cases, comparison }: SuiteReport): ReportedCase[] {
  if (comparison === undefined || comparison.failOn === 'failures') return cases.filter(hasFailed);
  const kinds = comparison.failOn === 'changes' ? ['broken', 'unknown', 'changed'] : ['broken', 'unknown'];
  return cases.filter((each) => each.comparison !== undefined && kinds.includes(each.comparison.kind));
}

/** Whether a case counts as failed: by `fail-on`, one that fails as before does not, and one whose response changed may. */
export type Counted = 'failed' | 'failed-as-before' | 'not-failed';

/** How each case of a report counts. */
export function howCounted(report: SuiteReport): (each: ReportedCase) => Counted {
  const toBlame = new Set(casesToBlame(report));
  return (each) => (toBlame.has(each) ? 'failed' : hasFailed(each) ? 'failed-as-before' : 'not-failed');
}
