import { type ExactJson, ExactNumber, isJsonObject } from '../../json/exact-number.js';
import type { Observed } from './observed.js';
import { readValue } from './response-value.js';

/** The HTTP response that API Gateway, a load balancer or a function URL would make from the function's result. */
export interface HttpResponse {
  readonly statusCode: number;
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Decoded. */
  readonly body: Buffer;
}

/** The HTTP response that was observed, or why there is none, worded to follow `The response`. */
export function httpResponseOf({ http, response }: Observed): HttpResponse | { readonly problem: string } {
  if (http !== undefined) {
    const { statusCode, headers, cookies } = http;
    return { statusCode, headers: headersOf(headers, undefined, cookies), body: response };
  }
  const read = readValue(response);
  if ('problem' in read) return read;
  const { value } = read;
  if (!isJsonObject(value) || !Object.hasOwn(value, 'statusCode')) {
    return { problem: 'is no HTTP response: it has no `statusCode`' };
  }
  const statusCode = statusOf(value['statusCode']);
  if (statusCode === undefined) return { problem: 'is no HTTP response: its `statusCode` is no number' };
  const { headers, multiValueHeaders, cookies, body, isBase64Encoded } = value;
  if (body !== undefined && body !== null && typeof body !== 'string') {
    return { problem: 'is no HTTP response: its `body` is no string' };
  }
  return {
    statusCode,
    headers: headersOf(headers, multiValueHeaders, cookies),
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

/** API Gateway accepts a number in a string too. */
function statusOf(value: unknown): number | undefined {
  const status = value instanceof ExactNumber ? Number(value.text) : value;
  if (typeof status === 'number') return status;
  return typeof status === 'string' && /^\d{3}$/.test(status) ? Number(status) : undefined;
}

function headersOf(single: unknown, multiple: unknown, cookies: unknown): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  const add = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return;
    const key = name.toLowerCase();
    const text = value instanceof ExactNumber ? value.text : String(value);
    const known = headers.get(key) ?? [];
    if (!known.includes(text)) headers.set(key, [...known, text]);
  };
  for (const [name, value] of entries(single)) add(name, value);
  for (const [name, values] of entries(multiple)) for (const value of items(values)) add(name, value);
  for (const cookie of items(cookies)) add('set-cookie', cookie);
  return headers;
}

function entries(value: unknown): [string, ExactJson][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
