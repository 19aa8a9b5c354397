import type { UserError } from '../diagnostics/user-error.js';
import type { InvocationResult } from '../invoke/result.js';

/** What came of an attempt to invoke a function. */
export type Outcome =
  /** The function was invoked, and succeeded or failed. */
  | { readonly kind: 'invoked'; readonly result: InvocationResult }
  /** The request was wrong: nothing was invoked. */
  | { readonly kind: 'refused'; readonly error: UserError }
  /** It was ended from outside. */
  | { readonly kind: 'cancelled'; readonly signal: NodeJS.Signals }
  /** We failed. */
  | { readonly kind: 'defect'; readonly error: unknown };

/**
 * The error types of ours. Lambda's own are prefixed with what failed (`Runtime.ExitError`, `Sandbox.Timedout`), and
 * those of handlers are names of classes; these can't be taken for either.
 */
export const ERROR_TYPES = {
  refused: 'InvokeLocal.InvalidRequest',
  cancelled: 'InvokeLocal.Cancelled',
  defect: 'InvokeLocal.Defect',
} as const;

/** What failed and how: what stands in outputs, summary and messages alike. */
export interface FailureFacts {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** The failure in an outcome; `undefined` where the function succeeded. */
export function failureOf(outcome: Outcome): FailureFacts | undefined {
  switch (outcome.kind) {
    case 'invoked':
      return outcome.result.status === 'success' ? undefined : outcome.result;
    case 'refused':
      return { errorType: ERROR_TYPES.refused, errorMessage: outcome.error.message };
    case 'cancelled':
      return { errorType: ERROR_TYPES.cancelled, errorMessage: `The invocation was cancelled (${outcome.signal}).` };
    case 'defect': {
      const { error } = outcome;
      return { errorType: ERROR_TYPES.defect, errorMessage: error instanceof Error ? error.message : String(error) };
    }
  }
}
