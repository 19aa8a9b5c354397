import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { maxInvocationsOfChain } from '../../lambda/limits.js';
import type { FleetOutcome } from './function-fleet.js';
import { maxInvocationsOfEvent } from './limits.js';
import type { Caller } from './open-event.js';

/** A chain of invocations came back to a function too often. */
export function loopFinding({ key }: LambdaFunction): Diagnostic {
  return {
    severity: 'warning',
    code: 'invocation-loop',
    message: `The function ${key} was invoked ${maxInvocationsOfChain} times in one chain of invocations. Lambda stops such a loop with a RecursiveInvocationException, and so was this one.`,
  };
}

/** An event caused too many invocations. */
export const runawayFinding: Diagnostic = {
  severity: 'error',
  code: 'invocation-runaway',
  message: `The event caused more than ${maxInvocationsOfEvent.toLocaleString('en')} invocations of other functions. Those that follow fail with a TooManyRequestsException.`,
};

/** A function failed that nobody waited for, each time that it was tried. */
export function failedLater(
  fn: LambdaFunction,
  { chain }: Caller,
  attempts: number,
  result: FleetOutcome['result'],
): Diagnostic {
  const by = chain.at(-1);
  const why = result.status === 'success' ? '' : `: ${result.errorType}: ${result.errorMessage.split('\n', 1)[0]}`;
  return {
    severity: 'warning',
    code: 'async-invocation-failed',
    message: `The function ${fn.key}, which ${by === undefined ? 'was invoked' : `${by} invoked`} without waiting for it, failed ${attempts === 1 ? 'once' : `${attempts} times`}${why}`,
    hint: 'In Lambda the event would go to its dead-letter queue or its destination for failures, where it has one, and else be lost.',
  };
}
