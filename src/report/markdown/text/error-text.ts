import type { FailureReport } from '../../failure/failure-report.js';
import type { RenderContext } from '../render-context.js';
import { cutMiddle } from './cut-middle.js';
import { traceText } from './trace-text.js';

/** An error as its runtime would print it: type, message, trace. Both message and trace keep half of the room. */
export function errorText(
  failure: FailureReport,
  { literal, longestValue, whereabouts, workspace }: RenderContext,
): string {
  const { errorType, errorMessage, trace } = failure;
  // A trace of Node's begins with the type and the message itself, in as many lines as the message has.
  const messageLines = errorMessage.split(/\r?\n/).length;
  const introduction = trace.slice(0, messageLines).map(({ text }) => text);
  const saysItself = /^\S/.test(introduction[0] ?? '') && introduction.join('\n').includes(normalized(errorMessage));
  const head = saysItself ? introduction.join('\n') : [errorType, errorMessage].filter(Boolean).join(': ');
  const rest = saysItself ? trace.slice(messageLines) : trace;
  return [head, traceText(rest, workspace)]
    .filter((text) => text !== '')
    .map((text) => cutMiddle(literal(text), Math.floor(longestValue / 2), whereabouts.error).text.trimEnd())
    .join('\n');
}

function normalized(message: string): string {
  return message.replaceAll('\r\n', '\n');
}
