import type { InvocationResult } from '../../invoke/result.js';
import { parseObject } from '../../json/parse-object.js';
import { maxResponsePayloadBytes } from '../../lambda/limits.js';
import { httpResponseOf } from '../../report/http-response.js';

/** The response to a request to a function's URL. */
export interface UrlResponse {
  readonly statusCode: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** What a caller gets where a function fails, or gives what is no response. */
export const internalServerError: UrlResponse = {
  statusCode: 502,
  headers: [
    ['content-type', 'application/json'],
    ['x-amzn-errortype', 'InternalServerErrorException'],
  ],
  body: Buffer.from('Internal Server Error'),
};

/**
 * The response that a function's URL makes of a result (developer guide, "Response payload format"): that of an object with
 * a `statusCode`, or else the JSON itself.
 */
export function urlResponse(result: InvocationResult): UrlResponse {
  if (result.status !== 'success' || result.response.length > maxResponsePayloadBytes) return internalServerError;
  const http = httpResponseOf(result);
  if (http !== undefined && isFinal(http.statusCode)) {
    const type = http.contentType === '' ? [['content-type', 'application/json'] as const] : [];
    return { statusCode: http.statusCode, headers: [...type, ...http.headers], body: http.body ?? Buffer.alloc(0) };
  }
  if (parseObject(result.response)?.['statusCode'] !== undefined || !isJson(result.response))
    return internalServerError;
  return { statusCode: 200, headers: [['content-type', 'application/json']], body: result.response };
}

/** Whether a status can be that of a response: those below 200 only announce one (RFC 9110, section 15). */
export function isFinal(statusCode: number): boolean {
  return Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 599;
}

function isJson(response: Buffer): boolean {
  try {
    JSON.parse(response.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
