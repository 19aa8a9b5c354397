import type { Delivery } from '../../aws-gateway/run/deliver.js';
import type { EventCalls } from '../../aws-gateway/run/event-calls.js';
import type { AnswerSource } from '../../aws-gateway/server/session.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { InvocationResult, SiblingInvocation } from '../result.js';

/** A function that runs, as those see it that it invokes. */
export interface Caller {
  /** The key of each function of the chain, from the one that got the event to this one. */
  readonly chain: readonly string[];
  /** The id of the X-Ray trace of the event. */
  readonly traceRoot: string;
}

/** An event that is being worked on: by the function that gets it, and by those that are invoked for it. */
export interface OpenEvent {
  /** How the calls to AWS are answered; `undefined` where no gateway stands between. */
  readonly calls: EventCalls | undefined;
  /** Runs other functions of the service where a caller invokes them; `undefined` where these are not run here. */
  siblingsOf(caller: Caller): AnswerSource | undefined;
  /** Waits for all that was invoked, and tells of it. */
  settle(): Promise<SettledEvent>;
  /** Ends the event at once, where it was not settled: nothing more is invoked for it. */
  close(): Promise<void>;
}

/** What came of an event beside its function's own result. */
export interface SettledEvent {
  /** In the order in which they ended. */
  readonly siblings: readonly SiblingInvocation[];
  /** An error means that the invocation can't count as good. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Where an invocation stands in the work on an event that another one began. */
export interface EventPlace extends Caller {
  readonly event: OpenEvent;
  /** Takes a response that is streamed, as it comes. */
  readonly onChunk?: OnChunk;
  /** What is to be done once the function is done, and before its calls are told. */
  readonly afterwards?: Afterwards;
}

/**
 * Called with what an invocation gave.
 * @param deliver makes a request of Lambda's with the function's role, and says whether somebody took it
 */
export type Afterwards = (result: InvocationResult, deliver: (delivery: Delivery) => Promise<boolean>) => Promise<void>;

/** Takes a part of a streamed response. */
export type OnChunk = (chunk: Buffer, contentType: string | undefined) => void;
