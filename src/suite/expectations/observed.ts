import type { InvocationResult } from '../../invoke/result.js';
import type { HttpPrelude } from '../../lambda/http-integration.js';

/** What is judged of an invocation. */
export interface Observed {
  readonly status: InvocationResult['status'];
  /** What came back: the payload, or of a failure its error object; of a streamed HTTP response the body. */
  readonly response: Buffer;
  /** What a streamed HTTP response said before its body. */
  readonly http?: HttpPrelude;
  /** Where it did not succeed. */
  readonly error?: { readonly type: string; readonly message: string };
  /** All that was logged, as text; called only where the log is judged. */
  readonly log: () => string;
  readonly durationMs: number;
  /** Cold starts only. */
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB: number;
}

/** What is judged of a result. */
export function observedOf(result: InvocationResult, log: () => string): Observed {
  const { status, durationMs, initDurationMs, maxMemoryUsedMiB } = result;
  const facts = {
    status,
    log,
    durationMs,
    maxMemoryUsedMiB,
    ...(initDurationMs === undefined ? {} : { initDurationMs }),
  };
  if (result.status !== 'success') {
    const { error, errorType, errorMessage } = result;
    return { ...facts, response: error, error: { type: errorType, message: errorMessage } };
  }
  const { response, http } = result;
  return { ...facts, response, ...(http === undefined ? {} : { http }) };
}
