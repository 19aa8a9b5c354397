import { describeJsonError } from '../../json/describe-error.js';
import { maxAsyncPayloadBytes, maxClientContextBytes, maxSyncPayloadBytes } from '../limits.js';
import type { FunctionReference } from './function-reference.js';

/** How the caller wants to be answered. */
export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

/** A request of the Invoke API that Lambda would take. */
export interface InvokeRequest {
  readonly type: InvocationType;
  /** Whether the end of the log belongs into the answer. */
  readonly wantsLog: boolean;
  readonly payload: Buffer;
  /** JSON text. An invocation that is not waited for has none. */
  readonly clientContext?: string;
  readonly tenantId?: string;
}

/** An error of the Invoke API, in Lambda's own words. */
export interface InvokeError {
  readonly code: string;
  readonly message: string;
  /** Further members of the error. */
  readonly members?: Readonly<Record<string, string>>;
}

/** The members of the operations `Invoke`, `InvokeAsync` and `InvokeWithResponseStream` that are read here. */
export interface InvokeMembers {
  readonly FunctionName?: unknown;
  readonly Qualifier?: unknown;
  readonly InvocationType?: unknown;
  readonly LogType?: unknown;
  readonly ClientContext?: unknown;
  readonly TenantId?: unknown;
  /** In base64. */
  readonly Payload?: unknown;
  /** That of `InvokeAsync`, in base64. */
  readonly InvokeArgs?: unknown;
}

const types: readonly InvocationType[] = ['RequestResponse', 'Event', 'DryRun'];

/**
 * The version or alias that a request names: with the function, or beside it.
 * @returns an error where the two differ
 */
export function qualifierOf(
  { qualifier }: FunctionReference,
  { Qualifier: beside }: InvokeMembers,
): string | InvokeError | undefined {
  if (typeof beside !== 'string' || beside === '' || beside === qualifier) return qualifier;
  if (qualifier === undefined) return beside;
  return {
    code: 'InvalidParameterValueException',
    message: 'The derived qualifier from the function name does not match the specified qualifier.',
  };
}

/**
 * Reads a request, and checks what Lambda checks before a function gets it: its type, its size, and that it is JSON.
 * @param isAsync whether the operation never waits for the function, whatever type it names
 */
export function readInvokeRequest(members: InvokeMembers, isAsync = false): InvokeRequest | InvokeError {
  const written = isAsync ? 'Event' : String(members.InvocationType ?? 'RequestResponse');
  const type = types.find((each) => each === written);
  if (type === undefined) {
    return {
      code: 'InvalidParameterValueException',
      message: `Value '${written}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]`,
    };
  }
  const encoded = members.Payload ?? members.InvokeArgs;
  const payload = Buffer.from(typeof encoded === 'string' ? encoded : '', 'base64');
  const limit = type === 'Event' ? maxAsyncPayloadBytes : maxSyncPayloadBytes;
  if (payload.length > limit) return payloadTooLarge(payload.length, type, limit);
  const unreadable = jsonError(payload);
  if (unreadable !== undefined) return unreadable;
  const context = readClientContext(members.ClientContext);
  if (typeof context === 'object') return context;
  const tenantId = members.TenantId;
  return {
    type,
    wantsLog: members.LogType === 'Tail' && type === 'RequestResponse',
    // Without a payload the handler's event is an empty object.
    payload: payload.length === 0 ? Buffer.from('{}') : payload,
    ...(context === undefined || type === 'Event' ? {} : { clientContext: context }),
    ...(typeof tenantId === 'string' && tenantId !== '' ? { tenantId } : {}),
  };
}

/** Lambda's error for a payload over the limit of its type. */
export function payloadTooLarge(bytes: number, type: InvocationType, limit: number): InvokeError {
  return {
    code: 'RequestTooLargeException',
    message: `${bytes} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
  };
}

function jsonError(payload: Buffer): InvokeError | undefined {
  if (payload.length === 0) return undefined;
  const text = payload.toString('utf8');
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { line, column, reason } = describeJsonError(text);
    return {
      code: 'InvalidRequestContentException',
      message: `Could not parse request body into json: ${reason} (line ${line}, column ${column})`,
    };
  }
}

/** The client context as JSON text. @returns an error where it is none */
function readClientContext(encoded: unknown): string | InvokeError | undefined {
  if (typeof encoded !== 'string' || encoded === '') return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const invalid = { code: 'InvalidRequestContentException' } as const;
  if (encoded.length > maxClientContextBytes) {
    return { ...invalid, message: `Client context must be at most ${maxClientContextBytes} bytes.` };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return text;
  } catch {
    // Said below.
  }
  return { ...invalid, message: 'Client context must be a valid Base64-encoded JSON object.' };
}
