import type { Json } from '../../aws-gateway/aws-call.js';
import { joinHttpResponse } from '../../lambda/http-integration.js';
import { logTailBytes, maxResponsePayloadBytes } from '../../lambda/limits.js';
import type { TakenLog } from '../bounded-log.js';
import type { InvocationResult } from '../result.js';

/** What a caller gets of an invocation. */
export interface AnsweredPayload {
  readonly payload: Buffer;
  readonly isError: boolean;
}

/** The payload of a buffered answer. A streamed response may be longer than one may be. */
export function payloadOf(result: InvocationResult): AnsweredPayload {
  if (result.status !== 'success') return { payload: result.error, isError: true };
  const payload = result.http === undefined ? result.response : joinHttpResponse(result.http, result.response);
  if (payload.length <= maxResponsePayloadBytes) return { payload, isError: false };
  const error = {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${maxResponsePayloadBytes} bytes).`,
  };
  return { payload: Buffer.from(JSON.stringify(error)), isError: true };
}

/** The end of the log as an answer has it: at most 4 KB, in base64. */
export function lastOfLog({ bytes }: TakenLog): string {
  return bytes.subarray(Math.max(0, bytes.length - logTailBytes)).toString('base64');
}

/** The last event of a streamed answer. */
export function completeOf(result: InvocationResult, log: TakenLog | undefined): Readonly<Record<string, Json>> {
  return {
    ...(result.status === 'success'
      ? {}
      : { ErrorCode: result.errorType, ErrorDetails: result.error.toString('utf8') }),
    ...(log === undefined ? {} : { LogResult: lastOfLog(log) }),
  };
}
