/** One event on its way to the runtime, with the data for the headers of `/next`. */
export interface PendingInvocation {
  readonly requestId: string;
  readonly event: Buffer;
  /** Epoch time at which the function times out, in ms. */
  readonly deadlineMs: number;
  readonly functionArn: string;
  readonly traceId?: string;
  /** JSON text. */
  readonly clientContext?: string;
  /** JSON text, `{"cognitoIdentityId", "cognitoIdentityPoolId"}`. */
  readonly cognitoIdentity?: string;
  /** The tenant that the invocation is for, where the function isolates its tenants. */
  readonly tenantId?: string;
  /** JSON text with further members of the context, for our own bootstraps. */
  readonly contextMembers?: string;
  /** Takes a response that is streamed, as it comes; the whole of it is the answer. */
  readonly onChunk?: (chunk: Buffer, contentType: string | undefined) => void;
}

/** The runtime's answer to an invocation. */
export type RuntimeAnswer =
  | {
      readonly kind: 'response';
      readonly body: Buffer;
      readonly contentType: string | undefined;
      readonly streaming: boolean;
      /** The error with which a streamed response ended, after its status had been sent. */
      readonly streamError?: { readonly errorType: string; readonly body: Buffer };
    }
  | { readonly kind: 'error'; readonly body: Buffer; readonly errorType: string };

/** What the runtime reported about its own start. */
export interface InitError {
  readonly body: Buffer;
  /** The type for log lines and metrics, made to fit (see {@link reportedErrorType}). */
  readonly errorType: string;
}

/**
 * The error type in Lambda's own log lines and metrics, from the header `Lambda-Runtime-Function-Error-Type` (RIE
 * `fatalerror/fatalerror.go`). It never changes the body.
 */
export function reportedErrorType(header: string | undefined): string {
  if (header !== undefined && /(?:Runtime|Function)\.[A-Z][a-zA-Z]+/.test(header)) return header;
  return header?.startsWith('Function.') ? 'Function.Unknown' : 'Runtime.Unknown';
}
