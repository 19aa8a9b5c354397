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
