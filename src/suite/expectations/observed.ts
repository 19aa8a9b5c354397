import type { AwsCall } from '../../aws-gateway/aws-call.js';
import type { CallsOutcome } from '../../aws-gateway/run/calls-outcome.js';
import type { InvocationResult } from '../../invoke/result.js';
import type { ExactJson } from '../../json/exact-number.js';
import type { HttpPrelude } from '../../lambda/http-integration.js';

/** The parts of an invocation that are judged. */
export interface Observed {
  readonly status: InvocationResult['status'];
  /** The payload, or a failure's error object, or a streamed HTTP response's body. */
  readonly response: Buffer;
  /** The status and headers of a streamed HTTP response. */
  readonly http?: HttpPrelude;
  /** Set if it did not succeed. */
  readonly error?: { readonly type: string; readonly message: string };
  /** Returns the whole log as text; called only if the log is judged. */
  readonly log: () => string;
  readonly durationMs: number;
  /** Cold starts only. */
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB: number;
  /** The calls to AWS, where they were seen. */
  readonly aws?: ObservedCalls;
}

/** The calls to AWS of an invocation. */
export interface ObservedCalls {
  readonly calls: readonly AwsCall[];
  /** What keeps the invocation from counting as good, each in a sentence. */
  readonly problems: readonly string[];
  /** What is wrong with the name of a call that is expected: a sentence or two. */
  readonly mistakeIn: (call: string) => string | undefined;
  /** The members of a call as a pattern compares them, which is given as it is written. */
  readonly membersFor: (call: AwsCall, pattern: unknown) => ExactJson;
}

/** The parts of a result that are judged. */
export function observedOf(result: InvocationResult, log: () => string): Observed {
  const { status, durationMs, initDurationMs, maxMemoryUsedMiB } = result;
  const facts = {
    status,
    log,
    durationMs,
    maxMemoryUsedMiB,
    ...(initDurationMs === undefined ? {} : { initDurationMs }),
    ...(result.aws === undefined ? {} : { aws: observedCalls(result.aws) }),
  };
  if (result.status !== 'success') {
    const { error, errorType, errorMessage } = result;
    return { ...facts, response: error, error: { type: errorType, message: errorMessage } };
  }
  const { response, http } = result;
  return { ...facts, response, ...(http === undefined ? {} : { http }) };
}

function observedCalls({ calls, diagnostics, mistakeIn, membersFor }: CallsOutcome): ObservedCalls {
  const problems = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { calls, problems, mistakeIn, membersFor };
}
