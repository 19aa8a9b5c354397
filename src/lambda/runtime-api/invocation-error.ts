import { parseObject } from '../../json/parse-object.js';
import { maxResponsePayloadBytes } from '../limits.js';
import { readBody } from './body.js';
import type { ApiRequest } from './exchange.js';
import { type RuntimeAnswer, reportedErrorType } from './invocation.js';

const errorCauseType = 'application/vnd.aws.lambda.error.cause+json';

/**
 * Reads an error report (`/runtime/invocation/{id}/error`, `/runtime/init/error`). Its body goes to the caller as it came,
 * JSON or not; only a body of the error-cause type loses its `errorCause` (RIE `rapi/handler/invocationerror.go`).
 * @returns `undefined` where the connection ended first
 */
export async function readErrorReport(request: ApiRequest): Promise<Buffer | undefined> {
  const body = await readBody(request, maxResponsePayloadBytes);
  if (body.kind === 'truncated') return undefined;
  if (body.kind === 'too-large') {
    return Buffer.from('{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"The error report is too large"}');
  }
  return request.headers['content-type'] === errorCauseType ? withoutCause(body.bytes) : body.bytes;
}

/**
 * An invocation error. Its type comes from the body, since most of AWS's clients send no header. The header counts for
 * errors without a type in the body, as the Java client sends.
 * @param header the error type of the request's header, where there is one
 */
export function invocationError(body: Buffer, header: string | undefined): RuntimeAnswer {
  const reported = header === undefined ? '' : reportedErrorType(header);
  return { kind: 'error', body, errorType: errorTypeOf(body) ?? reported };
}

/** The `errorType` in a JSON error body. */
export function errorTypeOf(body: Buffer): string | undefined {
  const parsed = parseObject(body);
  return typeof parsed?.['errorType'] === 'string' ? parsed['errorType'] : undefined;
}

function withoutCause(body: Buffer): Buffer {
  const parsed = parseObject(body);
  if (parsed === undefined) return Buffer.from('"Invalid error body"');
  const { errorMessage, errorType, stackTrace } = parsed;
  return Buffer.from(JSON.stringify({ errorMessage, errorType, stackTrace }));
}
