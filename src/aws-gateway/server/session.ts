import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { AnsweredBy, AwsCall, AwsError, AwsRequest, JudgeRequest, Members, NamedCall } from '../aws-call.js';
import type { Upstream } from '../forward/upstream.js';
import type { RecognisedRequest } from '../recognise/recognise.js';

/** Members beside a stream of events, and the events as they come. */
export interface StreamedMembers {
  readonly members: Members;
  readonly events: AsyncIterable<Members>;
}

/** What a stub, a sibling or a recording answers. */
export interface PlannedAnswer {
  readonly by: AnsweredBy;
  /** By default that of the operation, or of the error. */
  readonly status?: number;
  readonly content: { readonly members: Members } | StreamedMembers | { readonly error: AwsError };
  /** How long the answer takes. */
  readonly latencyMs?: number;
  /** The id of the request, where it matters; else a new one. */
  readonly requestId?: string;
}

/** Answers a request, or leaves it to the next. */
export type AnswerSource = (
  request: AwsRequest,
  recognised: RecognisedRequest,
) => PlannedAnswer | undefined | Promise<PlannedAnswer | undefined>;

/** What becomes of a request that no source answers: it is sent on, or it fails here. */
export type LastResort =
  | { readonly kind: 'forward'; readonly upstream: Upstream }
  | { readonly kind: 'refuse'; readonly explain: (request: AwsRequest) => AwsError };

/** Finds the user's line that waits for the answer to a call. It never throws. */
export type FindCallLine = (call: NamedCall) => Promise<SourceLocation | undefined>;

/** How the calls of one event are answered. */
export interface GatewaySession {
  readonly account: string;
  /** Where a request does not say its region. */
  readonly region: string;
  readonly judge?: JudgeRequest;
  /** Whether there will be something to say of a request, by which its line is worth asking for. */
  readonly isNotable?: (request: AwsRequest) => boolean;
  /** Where a request does not say its line. */
  readonly findLine?: FindCallLine;
  /** Asked one after the other. */
  readonly sources: readonly AnswerSource[];
  readonly last: LastResort;
  /** Told of each call once it is over. */
  readonly onCall: (call: AwsCall, recognised: RecognisedRequest) => void;
}
