import { objectOf, parseObject } from '../json/parse-object.js';

/** What a streamed HTTP response says before its body. */
export interface HttpPrelude {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The values of `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/** The content type of a streamed response that begins with a prelude. */
const contentType = 'application/vnd.awslambda.http-integration-response';

/** What stands between the prelude and the body. */
const delimiter = Buffer.alloc(8);

/**
 * Splits a response that `awslambda.HttpResponseStream.from` made, as a function URL does: JSON, eight NUL bytes, the body.
 * Source: Lambda developer guide, "Response streaming for Lambda functions", and the Node.js runtime client
 * (`HttpResponseStream.js`).
 * @returns `undefined` where the response is another one, or its prelude is malformed
 */
export function splitHttpResponse(
  response: Buffer,
  type: string | undefined,
): { readonly prelude: HttpPrelude; readonly body: Buffer } | undefined {
  if (type?.split(';')[0]?.trim().toLowerCase() !== contentType) return undefined;
  const end = response.indexOf(delimiter);
  const members = end === -1 ? undefined : parseObject(response.subarray(0, end));
  if (members === undefined) return undefined;
  const { statusCode = 200, headers, cookies } = members;
  if (typeof statusCode !== 'number') return undefined;
  return {
    prelude: {
      statusCode,
      headers: Object.fromEntries(
        Object.entries(objectOf(headers) ?? {}).map(([name, value]) => [name, String(value)]),
      ),
      cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    },
    body: response.subarray(end + delimiter.length),
  };
}

/** The reverse of {@link splitHttpResponse}: the bytes that a caller gets who knows nothing of HTTP. */
export function joinHttpResponse({ statusCode, headers, cookies }: HttpPrelude, body: Buffer): Buffer {
  const prelude = { statusCode, headers, ...(cookies.length === 0 ? {} : { cookies }) };
  return Buffer.concat([Buffer.from(JSON.stringify(prelude)), delimiter, body]);
}
