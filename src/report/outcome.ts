import type { UserError } from '../diagnostics/user-error.js';
import type { InvocationResult } from '../invoke/result.js';

/** How an attempt to invoke a function ended. */
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
 * Our own error types. They can't be mistaken for Lambda's, which begin with what failed (`Runtime.ExitError`,
 * `Sandbox.Timedout`), nor for those of handlers, which are names of classes.
 */
export const ERROR_TYPES = {
  refused: 'InvokeLocal.InvalidRequest',
  cancelled: 'InvokeLocal.Cancelled',
  defect: 'InvokeLocal.Defect',
} as const;

/** The failure, as outputs, summary and messages all give it. */
export interface FailureFacts {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** The failure in an outcome; `undefined` if the function succeeded. */
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
