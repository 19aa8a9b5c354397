import type { SourceLocation } from '../diagnostics/diagnostic.js';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Members of a request or a response by their names in the service's model. */
export type Members = Readonly<Record<string, Json>>;

/** Who answered a call: one of ours, or the service itself (`forward`). `none`: nobody could, and it failed here. */
export type AnsweredBy = 'stub' | 'sibling' | 'recording' | 'forward' | 'none';

/** A request to AWS, as the gateway has recognised and decoded it. */
export interface AwsRequest {
  /** The service as the AWS CLI names it: `s3`, `dynamodb`, `stepfunctions`, `events`, `cloudwatch`, `sesv2`. */
  readonly service: string;
  /** The prefix of the service's actions in IAM, such as `states`, `events`, `cloudwatch`, `ses`. */
  readonly iamPrefix: string;
  /** The operation's name in the service's model, such as `ListObjectsV2`. */
  readonly operation: string;
  /** The region that the request is signed for. */
  readonly region: string;
  /** The account of the function, twelve digits. */
  readonly account: string;
  /** The ARNs of the resources that the request names, in the order of the model; none where it names none. */
  readonly resources: readonly string[];
  /**
   * The request's members, decoded from body, path, query and headers by the model: blobs as base64, timestamps in ISO 8601,
   * documents as they are. A streamed body, such as S3's `Body`, is there up to a limit, and left out above it.
   */
  readonly members: Members;
  readonly startedAt: Date;
  /** The frames of the code that made the request, as its runtime writes them, where our bootstrap has sent them. */
  readonly trace?: readonly string[];
  /** Whether Lambda makes it with the function's role, once the function is done: nothing depends on its answer. */
  readonly isDelivery?: true;
  /**
   * Asks the process that waits for the answer for the user's line, where its runtime sends no frames. It costs that process
   * some milliseconds, so it is only for a call of which there is something to say, and has to end before the call is answered.
   */
  readonly askLine?: () => Promise<SourceLocation | undefined>;
}

/** What came back: members as in {@link AwsRequest}, or an error as the SDK sees it. */
export type AwsResponse =
  | { readonly status: number; readonly members: Members }
  | { readonly status: number; readonly error: AwsError };

/** An error of a service. */
export interface AwsError {
  /** Such as `ResourceNotFoundException`. */
  readonly code: string;
  readonly message: string;
  /** Further members of the error's shape. */
  readonly members?: Members;
}

/** A call to AWS that is over. */
export interface AwsCall extends AwsRequest {
  /** From the last byte of the request's head to the last byte of the response. */
  readonly durationMs: number;
  readonly response: AwsResponse;
  readonly answeredBy: AnsweredBy;
  /** The user's line that made the call, where that is known. */
  readonly location?: SourceLocation;
}

/** Finds the user's line among the frames of a call. */
export type LocateCall = (trace: readonly string[]) => Promise<SourceLocation | undefined>;

/** A call, by the names of its model: `DynamoDB`, `GetItem`. */
export interface NamedCall {
  readonly serviceId: string;
  readonly operation: string;
}

/**
 * Finds the user's line that waits for the answer to a call, so far as the processes of the function tell. It never throws.
 * @param locate finds that line among the frames of a thread
 */
export type FindWaitingLine = (call: NamedCall, locate: LocateCall) => Promise<SourceLocation | undefined>;

/**
 * Asked for each request before it is answered: an error that answers it in place of all others, or `undefined` to let it
 * pass. It never throws.
 */
export type JudgeRequest = (request: AwsRequest) => AwsError | undefined;
