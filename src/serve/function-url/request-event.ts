import type { IncomingMessage } from 'node:http';

/** A request to a function's URL, read whole. */
export interface UrlRequest {
  readonly message: Pick<IncomingMessage, 'method' | 'headersDistinct' | 'httpVersion'>;
  /** Below the function's URL, as it was sent. */
  readonly path: string;
  /** Without the question mark, as it was sent. */
  readonly query: string;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly requestId: string;
  /** What stands for the id of the URL. */
  readonly urlId: string;
  readonly now: Date;
}

/**
 * The event that a function gets of a request to its URL: payload format 2.0 (developer guide, "Invoking Lambda function
 * URLs"). The host is the one that was asked, so that addresses that are made of it lead back here.
 */
export function urlEvent(request: UrlRequest): Record<string, unknown> {
  const { message, path, query, body, sourceIp, requestId, urlId, now } = request;
  const { cookie = [], host: [host = 'localhost'] = [], ...others } = message.headersDistinct;
  const headers = Object.fromEntries(
    Object.entries({
      ...others,
      host: [host],
      'x-forwarded-for': [...(others['x-forwarded-for'] ?? []), sourceIp],
      'x-forwarded-port': ['443'],
      'x-forwarded-proto': ['https'],
    }).map(([name, values = []]) => [name, values.join(',')]),
  );
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  const cookies = cookie.flatMap((line) => line.split(/;\s*/)).filter((each) => each !== '');
  const isText = body.length === 0 || isTextual(headers);
  return {
    version: '2.0',
    routeKey: '$default',
    // Unlike API Gateway, a function's URL leaves the path as it was sent.
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers,
    ...(parameters.size === 0 ? {} : { queryStringParameters: Object.fromEntries(parameters) }),
    requestContext: {
      accountId: 'anonymous',
      apiId: urlId,
      domainName: host,
      domainPrefix: urlId,
      http: {
        method: message.method ?? 'GET',
        path,
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: !isText,
  };
}

/** Types whose bodies are handed over as they are; all others in base64, those of forms too. */
const textual = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/(?:java|ecma)script\b)/i;

function isTextual({
  'content-type': type = '',
  'content-encoding': encoding = 'identity',
}: Readonly<Record<string, string>>): boolean {
  return textual.test(type) && encoding === 'identity';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time as web servers log it: `12/Mar/2020:19:03:58 +0000`. */
function clfTime(time: Date): string {
  const [, year, month = '1', day, clock] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(time.toISOString()) ?? [];
  return `${day}/${months[Number(month) - 1]}/${year}:${clock} +0000`;
}
