import type { FailureReport } from '../../failure/failure-report.js';
import { introductionLength } from '../../trace/introduction.js';
import type { RenderContext } from '../render-context.js';
import { traceText } from './trace-text.js';

/**
 * An error as its runtime would print it: type, message, trace. Message and trace each get at least half of the room if they
 * need it.
 */
export function errorText(
  failure: FailureReport,
  { literal, longestValue, whereabouts, workspace }: RenderContext,
): string {
  const { errorType, errorMessage, trace } = failure;
  const introduction = introductionLength(
    trace.map(({ text }) => text),
    errorType,
    errorMessage,
  );
  const head =
    introduction > 0
      ? trace
          .slice(0, introduction)
          .map(({ text }) => text)
          .join('\n')
      : [errorType, errorMessage].filter(Boolean).join(': ');
  return [head, traceText(trace.slice(introduction), workspace)]
    .filter((text) => text !== '')
    .map((text) => literal.excerpt(text, Math.floor(longestValue / 2), whereabouts.error).text.trimEnd())
    .join('\n');
}
