import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { HttpPrelude } from '../lambda/http-integration.js';
import type { TakenLog } from './bounded-log.js';
import type { ContainmentFacts } from './containment-facts.js';
import type { ExitCause } from './exit-cause/find-cause.js';
import type { InvocationCalls } from './invocation-calls.js';

/** What is known of every invocation that was dispatched, however it ended. */
export interface InvocationFacts {
  readonly function: LambdaFunction;
  /** The event exactly as the runtime got it. */
  readonly event: Buffer;
  readonly requestId: string;
  /** From the dispatch of the event to the runtime's next request, in ms. */
  readonly durationMs: number;
  readonly billedDurationMs: number;
  /** Only for cold starts. */
  readonly initDurationMs?: number;
  readonly memorySizeMiB: number;
  /** The peak memory of the handler's process tree. */
  readonly maxMemoryUsedMiB: number;
  /** What ran the handler, as it reported itself, such as `node 22.11.0`. */
  readonly interpreter?: string;
  /** How its process was contained. */
  readonly containment?: ContainmentFacts;
  /** The handler's calls to AWS, where they went through the gateway. */
  readonly aws?: InvocationCalls;
  /** The other functions of the service that were run because it invoked them, directly or not. */
  readonly siblings?: readonly SiblingInvocation[];
}

/** What reports tell of an invocation of another function of the service. */
export interface SiblingFacts {
  /** Its key. */
  readonly function: string;
  /** The key of the function that asked for it. */
  readonly calledBy: string;
  /** Whether it was waited for (`RequestResponse`). */
  readonly type: 'RequestResponse' | 'Event';
  /** Which attempt it was, counted from 1: an event that nobody waits for is tried again where the function fails. */
  readonly attempt: number;
  readonly status: 'success' | 'error' | 'timeout' | 'crash';
  readonly requestId: string;
  readonly durationMs: number;
  /** Cold starts only. */
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB: number;
  /** Set if it did not succeed. */
  readonly error?: { readonly type: string; readonly message: string };
}

/** An invocation of another function of the service, by the function that got the event or by one that it invoked. */
export interface SiblingInvocation extends SiblingFacts {
  readonly result: InvocationResult;
  readonly log: TakenLog;
}

/** The error object of a failed invocation, as Lambda's caller gets it. */
export interface InvocationFailure {
  /** The bytes that the caller of Lambda gets: usually JSON with `errorType`, `errorMessage` and a trace. */
  readonly error: Buffer;
  readonly errorType: string;
  readonly errorMessage: string;
  /**
   * The lines of `trace` (Node) or `stackTrace` (Python); empty where there is none. Frames in an artifact or a layer have
   * the paths by which the user knows them.
   */
  readonly trace: readonly string[];
  /** Whether the function never got the event, because its init failed twice. */
  readonly initFailed: boolean;
  /** The end of what the process wrote to standard error, at most 4 KiB. */
  readonly stderrTail: string;
  /** Why the process ended, from what it logged itself. Lambda's own message says only how it ended. */
  readonly cause?: ExitCause;
}

export type InvocationResult = InvocationFacts &
  (
    | {
        readonly status: 'success';
        /** The payload; for a streamed HTTP response, its body. */
        readonly response: Buffer;
        /** The status and headers of a streamed HTTP response. */
        readonly http?: HttpPrelude;
      }
    | ({ readonly status: 'error' | 'timeout' | 'crash' } & InvocationFailure)
  );

/** The result of a function that succeeded. */
export type SuccessfulResult = Extract<InvocationResult, { status: 'success' }>;

/** The result of a function that failed, timed out or crashed. */
export type FailedResult = Exclude<InvocationResult, { status: 'success' }>;
