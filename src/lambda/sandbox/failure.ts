import { exitError, loggedExitErrorType, type PlatformError, type ProcessEnd, timeoutError } from '../errors.js';
import { extensionError } from '../extensions/failure.js';
import type { ShutdownReason } from '../extensions-api/events.js';
import type { EventStatus } from '../platform-log/platform-event.js';
import type { InitError } from '../runtime-api/invocation.js';
import type { ExtensionOutcome } from './extensions.js';
import type { InitOutcome } from './runtime-session.js';

/** Why an invocation got no answer. */
export type Failure =
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crash'; readonly end: ProcessEnd }
  | { readonly kind: 'init-error'; readonly error: InitError }
  | ExtensionOutcome;

/** How extensions ended an invocation that the runtime had answered. */
export type Unsettled = ExtensionOutcome | { readonly kind: 'expired' };

/** The failure that ended a wait for an answer or for an init. */
export function failureOf(
  outcome: { readonly kind: 'ended'; readonly end: ProcessEnd } | Unsettled,
): Exclude<Failure, { kind: 'init-error' }> {
  if (outcome.kind === 'ended') return { kind: 'crash', end: outcome.end };
  return outcome.kind === 'expired' ? { kind: 'timeout' } : outcome;
}

/** The error that the function's caller gets for it. */
export function failureError(
  requestId: string,
  failure: Exclude<Failure, { kind: 'init-error' }>,
  timeoutMs: number,
): PlatformError {
  if (failure.kind === 'timeout') return timeoutError(requestId, timeoutMs);
  return failure.kind === 'crash' ? exitError(requestId, failure.end) : extensionError(requestId, failure.failure);
}

/** The status that the platform logs for an invocation that the runtime answered. */
export function endStatus(unsettled: Unsettled | undefined): {
  readonly status: EventStatus;
  readonly errorType?: string;
} {
  if (unsettled === undefined) return { status: 'success' };
  if (unsettled.kind === 'expired') return { status: 'timeout' };
  return { status: 'error', errorType: unsettled.failure.errorType };
}

/** The error type of an init phase that failed. */
export function initErrorType(outcome: Exclude<InitOutcome, { kind: 'ready' | 'expired' }> | ExtensionOutcome): string {
  if (outcome.kind === 'extension') return outcome.failure.errorType;
  return outcome.kind === 'error' ? outcome.error.errorType : loggedExitErrorType(outcome.end);
}

/** The reason for the end that extensions are given. */
export function shutdownReason({ kind }: { readonly kind: string }): ShutdownReason {
  return kind === 'expired' ? 'timeout' : 'failure';
}
