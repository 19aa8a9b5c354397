/** One event on its way to the runtime, with what the headers of `/next` say of it. */
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
  /** JSON text of further members of the context, for the bootstraps of this product. */
  readonly contextMembers?: string;
}

/** What the runtime said of an invocation. */
export type RuntimeAnswer =
  | {
      readonly kind: 'response';
      readonly body: Buffer;
      readonly contentType: string | undefined;
      readonly streaming: boolean;
      /** The error that a streamed response ended with, after its status was sent. */
      readonly streamError?: { readonly errorType: string; readonly body: Buffer };
    }
  | { readonly kind: 'error'; readonly body: Buffer; readonly errorType: string };

/** What the runtime said of its own start. */
export interface InitError {
  readonly body: Buffer;
  /** The type for log lines and metrics, made to fit (see {@link reportedErrorType}). */
  readonly errorType: string;
}

/**
 * The error type that Lambda's own log lines and metrics take from the header `Lambda-Runtime-Function-Error-Type`
 * (RIE `fatalerror/fatalerror.go`); it never changes the body.
 */
export function reportedErrorType(header: string | undefined): string {
  if (header !== undefined && /(?:Runtime|Function)\.[A-Z][a-zA-Z]+/.test(header)) return header;
  return header?.startsWith('Function.') ? 'Function.Unknown' : 'Runtime.Unknown';
}
