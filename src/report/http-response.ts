import type { SuccessfulResult } from '../invoke/result.js';
import { parseObject } from '../json/parse-object.js';

/** An HTTP response, as API Gateway or a function URL passes it on. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body that the caller gets, with base64 decoded; `undefined` if there is none. */
  readonly body: Buffer | undefined;
  readonly contentType: string;
}

/**
 * The HTTP response that a caller gets from a streamed HTTP response or an object with a `statusCode`; `undefined` for any
 * other payload.
 */
export function httpResponseOf({
  http,
  response,
}: Pick<SuccessfulResult, 'http' | 'response'>): HttpResponse | undefined {
  if (http === undefined) return proxyResponse(response);
  const headers = [...pairs(http.headers), ...cookiePairs(http.cookies)];
  return { statusCode: http.statusCode, headers, body: response, contentType: contentTypeOf(headers) };
}

/**
 * Reads the response format of a proxy integration: `{ statusCode, headers, multiValueHeaders, cookies, body,
 * isBase64Encoded }`.
 */
function proxyResponse(response: Buffer): HttpResponse | undefined {
  if (!/^\s*\{/.test(response.subarray(0, 64).toString('latin1'))) return undefined;
  const value = parseObject(response);
  if (value === undefined) return undefined;
  const { statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded } = value;
  if (typeof statusCode === 'object' || !/^[1-5]\d\d$/.test(String(statusCode))) return undefined;
  const all = [...pairs(headers), ...pairs(multiValueHeaders), ...cookiePairs(cookies)];
  return {
    statusCode: Number(statusCode),
    headers: all,
    body: bodyOf(body, isBase64Encoded === true),
    contentType: contentTypeOf(all),
  };
}

function bodyOf(body: unknown, base64: boolean): Buffer | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== 'string') return Buffer.from(jsonOf(body));
  return Buffer.from(body, base64 ? 'base64' : 'utf8');
}

function pairs(headers: unknown): [string, string][] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, textOf(one)]),
  );
}

function cookiePairs(cookies: unknown): [string, string][] {
  return Array.isArray(cookies) ? cookies.map((cookie): [string, string] => ['set-cookie', textOf(cookie)]) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? jsonOf(value) : String(value);
}

function contentTypeOf(headers: readonly (readonly [string, string])[]): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

/** A parsed value as JSON text again, or a placeholder if it is nested too deep for that. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '[nested too deep]';
  }
}
