import type { SiblingFacts, SiblingInvocation } from './result.js';

/** The longest message of an error that is kept, in UTF-16 units: the whole of it is in the log. */
const longestMessage = 1000;

/** The facts of an invocation, without what is large. */
export function siblingFacts(
  { calledBy, type, attempt }: Pick<SiblingFacts, 'calledBy' | 'type' | 'attempt'>,
  result: SiblingInvocation['result'],
): SiblingFacts {
  const { function: fn, status, requestId, durationMs, initDurationMs, maxMemoryUsedMiB } = result;
  return {
    function: fn.key,
    calledBy,
    type,
    attempt,
    status,
    requestId,
    durationMs: rounded(durationMs),
    ...(initDurationMs === undefined ? {} : { initDurationMs: rounded(initDurationMs) }),
    maxMemoryUsedMiB,
    ...(result.status === 'success'
      ? {}
      : { error: { type: result.errorType, message: result.errorMessage.slice(0, longestMessage) } }),
  };
}

/** Rounds to two decimals, like the REPORT line. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
