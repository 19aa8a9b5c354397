import { displayLocation } from '../diagnostics/display-path.js';
import type { ReportedOutcome } from '../report/invocation-report.js';

/**
 * A crash's message with the cause that the process logged, and its place; `undefined` if it logged none, or there was no
 * crash.
 * @param workspace the folder that places are told relative to. Absolute.
 */
export function crashMessage(outcome: ReportedOutcome, workspace: string): string | undefined {
  if (outcome.kind !== 'failed' || outcome.result.status !== 'crash' || outcome.result.cause === undefined) {
    return undefined;
  }
  const { errorMessage, userPlace } = outcome.failure;
  return userPlace === undefined ? errorMessage : `${errorMessage} (${displayLocation(userPlace, workspace)})`;
}
