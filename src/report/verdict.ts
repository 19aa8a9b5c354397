import type { InvocationResult } from '../invoke/result.js';

const failureVerbs = { error: 'failed', timeout: 'timed out', crash: 'crashed' } as const;

/**
 * What came of an invocation, as both faces say it last: `hello failed: TypeError: …`. It has the lines of the error's
 * own message.
 */
export function verdictOf(result: InvocationResult): string {
  const { key } = result.function;
  if (result.status !== 'success') {
    return `${key} ${failureVerbs[result.status]}: ${[result.errorType, result.errorMessage].filter(Boolean).join(': ')}`;
  }
  const { durationMs, initDurationMs, maxMemoryUsedMiB, memorySizeMiB } = result;
  const init = initDurationMs === undefined ? '' : `init ${initDurationMs.toFixed(0)} ms, `;
  return `${key} succeeded in ${durationMs.toFixed(2)} ms (${init}${maxMemoryUsedMiB} MB of ${memorySizeMiB} MB)`;
}
