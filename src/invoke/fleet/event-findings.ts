import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AsyncInvocations } from '../../lambda/function/async-invocations.js';
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

/**
 * A function failed that nobody waited for, each time that it was tried.
 * @param told the function of the service that has got its record
 */
export function failedLater(
  fn: LambdaFunction,
  { chain }: Caller,
  { attempts, result, told, taken, settings }: FailedLater,
): Diagnostic {
  const by = chain.at(-1);
  const why = result.status === 'success' ? '' : `: ${result.errorType}: ${result.errorMessage.split('\n', 1)[0]}`;
  return {
    severity: 'warning',
    code: 'async-invocation-failed',
    message: `The function ${fn.key}, which ${by === undefined ? 'was invoked' : `${by} invoked`} without waiting for it, failed ${attempts === 1 ? 'once' : `${attempts} times`}${why}`,
    hint: whereTo(told, taken, settings),
  };
}

/** How an event failed that nobody waited for. */
export interface FailedLater {
  readonly attempts: number;
  readonly result: FleetOutcome['result'];
  /** The function of the service that has got its record. */
  readonly told: LambdaFunction | undefined;
  /** The destinations and places for dead letters that have taken it. */
  readonly taken: ReadonlySet<string>;
  readonly settings: AsyncInvocations;
}

/** What Lambda does with the event then. */
function whereTo(
  told: LambdaFunction | undefined,
  taken: ReadonlySet<string>,
  { onFailure, deadLetters }: AsyncInvocations,
): string {
  const places = [
    ...(onFailure === undefined || told !== undefined
      ? []
      : [{ to: onFailure, words: `${onFailure}, its destination for failures` }]),
    ...(deadLetters === undefined ? [] : [{ to: deadLetters, words: `${deadLetters}, for dead letters` }]),
  ];
  const wordsOf = (isTaken: boolean): string =>
    places.flatMap(({ to, words }) => (taken.has(to) === isTaken ? [words] : [])).join(', and to ');
  const [went, would] = [wordsOf(true), wordsOf(false)];
  const sentences = [
    ...(told === undefined ? [] : [`Its record went to the function ${told.key}, its destination for failures.`]),
    ...(went === '' ? [] : [`The event went to ${went}.`]),
    ...(would === '' ? [] : [`The configuration sends the event to ${would}; here nothing took it.`]),
  ];
  if (sentences.length > 0) return sentences.join(' ');
  return 'In Lambda the event would be lost, unless a destination or a dead-letter queue takes it that is not known here.';
}
