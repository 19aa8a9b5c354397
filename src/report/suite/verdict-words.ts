import { countText } from '../text/amounts.js';
import type { ReportedComparison, SuiteReport } from './suite-report.js';

/** The verdict in words, without the icon: `3 of 20 cases failed`. */
export function verdictWords(report: SuiteReport): string {
  const { totals, verdict, problems, comparison } = report;
  const { total, failed, stopped, flaky, skipped } = totals;
  const all = countText(total, 'case');
  if (total === 0) return verdict === 'passed' ? 'There was no case to run' : 'No case was run';
  if (comparison !== undefined && comparison.failOn !== 'failures' && stopped === 0) {
    const words = comparedWords(comparison, failed, all);
    if (words !== undefined) return words;
  }
  if (failed > 0) return `${failed.toLocaleString('en')} of ${all} failed`;
  if (stopped > 0) return `${stopped.toLocaleString('en')} of ${all} ${stopped === 1 ? 'was' : 'were'} not finished`;
  if (verdict === 'failed' && problems.length > 0) return `${all} ran, and something else went wrong`;
  if (verdict === 'failed') return `${flaky.toLocaleString('en')} of ${all} ${flaky === 1 ? 'is' : 'are'} flaky`;
  const remark = flaky === 0 ? '' : `, ${flaky.toLocaleString('en')} of them not at the first attempt`;
  if (skipped === total) return `${all} ${total === 1 ? 'was' : 'were'} skipped`;
  return `${countText(total - skipped, 'case')} passed${remark}`;
}

/** The same where what counts is what became of the cases; `undefined` where that says nothing. */
function comparedWords({ failOn, counts }: ReportedComparison, failed: number, all: string): string | undefined {
  const { broken, unknown, changed } = counts;
  const number = (count: number): string => count.toLocaleString('en');
  if (broken > 0) return `${number(broken)} of ${all} ${broken === 1 ? 'is' : 'are'} broken`;
  if (unknown > 0) return `${number(unknown)} of ${all} could not be compared`;
  if (failOn === 'changes' && changed > 0) return `${number(changed)} of ${all} changed`;
  return failed === 0
    ? undefined
    : `None of ${all} is broken, and ${number(failed)} ${failed === 1 ? 'fails' : 'fail'} as before`;
}
