import type { InvocationReport } from '../invocation-report.js';
import { durationText } from '../text/amounts.js';
import type { Literal } from '../text/literal-text.js';
import { functionName } from './facts-table.js';
import { fitAll } from './fit.js';
import { wholeBody } from './invocation-body.js';
import type { RenderContext } from './render-context.js';
import { escapeHtml, htmlCode, oneLine } from './text/inline.js';
import { isFailure, statusOf, statusWords } from './text/status-words.js';
import { folded } from './value-block.js';

/** How much of an error is visible while its part is folded, in UTF-16 units. */
const longestReason = 120;
/** If there are more failures than this, none is open: nobody would find the second one. */
const mostOpen = 3;

/** The beginning of Lambda's own messages, which nobody needs here. */
const requestPrefix = /^RequestId: \S+ Error: /;

/** The parts of several invocations, as many as there is room for. */
export interface Details {
  readonly markdown: string;
  /** The reports that there was no room for. */
  readonly left: readonly InvocationReport[];
}

/**
 * A foldable part for each invocation. Failures come first and share the room that they need equally.
 * @param room in bytes of UTF-8
 */
export function detailsOf(
  reports: readonly InvocationReport[],
  context: Omit<RenderContext, 'longestValue'>,
  room: number,
): Details {
  const failures = reports.filter(isFailure);
  const successes = reports.filter((report) => !isFailure(report));
  const open = failures.length <= mostOpen;
  const first = fitAll(failures, room, (report, longestValue) => part(report, { ...context, longestValue }, open));
  const second = fitAll(successes, room - first.bytes, (report, longestValue) =>
    part(report, { ...context, longestValue }, false),
  );
  return {
    markdown: [...first.parts, ...second.parts].join('\n'),
    left: [...failures.slice(first.parts.length), ...successes.slice(second.parts.length)],
  };
}

function part(report: InvocationReport, context: RenderContext, open: boolean): string {
  return folded(summaryOf(report, context), wholeBody(report, context), open && isFailure(report));
}

/** The visible line of a folded part. HTML. */
function summaryOf(report: InvocationReport, { literal }: RenderContext): string {
  const { icon, status } = statusWords[statusOf(report)];
  const name = functionName(report);
  const title = [...(name === '' ? [] : [`<b>${htmlCode(literal(name))}</b>`])];
  if (report.case !== undefined) title.push(htmlCode(literal(report.case)));
  const words = [title.join(' '), escapeHtml(status), reasonOf(report, literal)];
  return `${icon} ${words.filter((word) => word !== '').join(' · ')}`;
}

function reasonOf({ outcome }: InvocationReport, literal: Literal): string {
  switch (outcome.kind) {
    case 'succeeded':
      return durationText(outcome.result.durationMs);
    case 'failed': {
      const { errorType, errorMessage } = outcome.failure;
      const message = errorMessage.replace(requestPrefix, '');
      const reason = literal.excerpt([errorType, message].filter(Boolean).join(': '), 4 * longestReason).text;
      return htmlCode(oneLine(reason, longestReason));
    }
    case 'refused':
      return htmlCode(oneLine(literal.excerpt(outcome.diagnostic.message, 4 * longestReason).text, longestReason));
    default:
      return '';
  }
}
