import { displayLocation } from '../diagnostics/display-path.js';
import type { ReportedOutcome } from '../report/invocation-report.js';

/**
 * The message of a crash with what the process said of it, and where; `undefined` where it said nothing, or there was none.
 * @param workspace the folder that places are told relative to. Absolute.
 */
export function crashMessage(outcome: ReportedOutcome, workspace: string): string | undefined {
  if (outcome.kind !== 'failed' || outcome.result.status !== 'crash' || outcome.result.cause === undefined) {
    return undefined;
  }
  const { errorMessage, userPlace } = outcome.failure;
  return userPlace === undefined ? errorMessage : `${errorMessage} (${displayLocation(userPlace, workspace)})`;
}
