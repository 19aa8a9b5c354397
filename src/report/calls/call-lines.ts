import { placeText } from '../suite/case-words.js';
import { durationText } from '../text/amounts.js';
import type { ReportedCall } from './reported-call.js';

/** What stands above them in a log. */
export const callsHeading = '--- Calls to AWS ---\n';

const answers = {
  stub: 'answered by a stub',
  sibling: 'answered by the function itself',
  recording: 'answered by a recording',
  forward: 'sent on',
  none: 'failed here',
} as const;

const verdicts = { allowed: 'allowed', denied: 'DENIED', unknown: 'not known' } as const;

/**
 * Calls to AWS as lines of text, each with how it was answered, whether it would be allowed in Lambda, and why.
 * @param omittedCalls how many there were beside those
 */
export function callLines(calls: readonly ReportedCall[], omittedCalls: number): string {
  const owners = new Set(calls.map((call) => call.function));
  const lines = calls.map((call) => callText(call, owners.size > 1));
  if (omittedCalls > 0) lines.push(`and ${omittedCalls.toLocaleString('en')} more`);
  return lines.map((line) => `${line}\n`).join('');
}

function callText(call: ReportedCall, namesOwner: boolean): string {
  const { service, operation, resources, answeredBy, error, durationMs, verdict, reason, location } = call;
  const [first, ...more] = resources;
  const what = [
    ...(namesOwner ? [`${call.function}:`] : []),
    `${service}:${operation}`,
    ...(first === undefined ? [] : [`on ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`]),
    ...(location === undefined ? [] : [`(${placeText(location)})`]),
  ].join(' ');
  const answer = `${answers[answeredBy]}${error === undefined ? '' : ` with ${error}`} in ${durationText(durationMs)}`;
  const judged = verdict === undefined ? '' : `; in Lambda ${verdicts[verdict]}: ${reason ?? ''}`;
  return `${what}, ${answer}${judged}`;
}
