import { countText } from '../markdown/text/amounts.js';
import type { SuiteReport } from './suite-report.js';

/** The verdict in words, without the icon: `3 of 20 cases failed`. */
export function verdictWords({ totals, verdict, problems }: SuiteReport): string {
  const { total, failed, stopped, flaky, skipped } = totals;
  const all = countText(total, 'case');
  if (total === 0) return verdict === 'passed' ? 'There was no case to run' : 'No case was run';
  if (failed > 0) return `${failed.toLocaleString('en')} of ${all} failed`;
  if (stopped > 0) return `${stopped.toLocaleString('en')} of ${all} ${stopped === 1 ? 'was' : 'were'} not finished`;
  if (verdict === 'failed' && problems.length > 0) return `${all} ran, and something else went wrong`;
  if (verdict === 'failed') return `${flaky.toLocaleString('en')} of ${all} ${flaky === 1 ? 'is' : 'are'} flaky`;
  const remark = flaky === 0 ? '' : `, ${flaky.toLocaleString('en')} of them not at the first attempt`;
  if (skipped === total) return `${all} ${total === 1 ? 'was' : 'were'} skipped`;
  return `${countText(total - skipped, 'case')} passed${remark}`;
}
