import type { InvocationReport } from '../invocation-report.js';
import { countText, durationText } from '../text/amounts.js';
import type { Literal } from '../text/literal-text.js';
import { functionName } from './facts-table.js';
import { codeSpan } from './text/inline.js';
import { isFailure, type Status, statusOf, statusWords } from './text/status-words.js';

/** How much of an error's type is read, in UTF-16 units; it is more than a code span shows. */
const longestType = 1_000;

/** The verdict line of a summary. Markdown. */
export function summaryHeading(reports: readonly InvocationReport[], literal: Literal): string {
  const [only] = reports;
  if (only !== undefined && reports.length === 1) return `### ${verdictLine(only, literal)}\n`;
  const failures = reports.filter(isFailure).length;
  const all = countText(reports.length, 'invocation');
  if (reports.length === 0) return '### ⛔ Nothing was invoked\n';
  if (failures === 0) return `### ✅ ${all} succeeded\n\n${countsLine(reports)}`;
  return `### ❌ ${failures.toLocaleString('en')} of ${all} failed\n\n${countsLine(reports)}`;
}

/** How one invocation ended, on one line. Markdown. */
function verdictLine(report: InvocationReport, literal: Literal): string {
  const { outcome } = report;
  const status = statusOf(report);
  const { icon, verb } = statusWords[status];
  const name = codeSpan(literal(functionName(report))) || 'The function';
  switch (outcome.kind) {
    case 'succeeded': {
      const said = `${name} ${verb} in ${durationText(outcome.result.durationMs)}`;
      // An error beside the answer, such as a call that Lambda would deny.
      return isFailure(report) ? `${statusWords.error.icon} ${said}, but there is an error` : `${icon} ${said}`;
    }
    case 'failed': {
      const type = codeSpan(literal.excerpt(outcome.failure.errorType, longestType).text);
      if (status === 'timeout')
        return `${icon} ${name} ${verb} after ${durationText(outcome.result.function.timeoutMs)}`;
      return `${icon} ${name} ${verb}${type === '' ? '' : `: ${type}`}`;
    }
    case 'refused':
      return `${icon} Nothing was invoked`;
    case 'cancelled':
      return `${icon} ${name} ${verb}`;
    case 'defect':
      return `${icon} invoke-local failed`;
  }
}

/** How many invocations ended in which way, and how long they took together. */
function countsLine(reports: readonly InvocationReport[]): string {
  const counts = new Map<Status, number>();
  for (const report of reports) counts.set(statusOf(report), (counts.get(statusOf(report)) ?? 0) + 1);
  const parts = (Object.keys(statusWords) as Status[]).flatMap((status) => {
    const count = counts.get(status);
    const { icon, counted } = statusWords[status];
    return count === undefined ? [] : [`${icon} ${count.toLocaleString('en')} ${counted}`];
  });
  const ms = reports.reduce((sum, { outcome }) => sum + ('result' in outcome ? outcome.result.durationMs : 0), 0);
  return `${parts.join(' · ')} · ⏱️ ${durationText(ms)} in handlers\n`;
}
