import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { environmentAgent } from '../../network/environment-agent.js';
import type { HttpQuestion } from '../protocols/http-answer.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import { presigningParameters } from '../recognise/signature.js';
import { callerHeader, deliveryHeader, tokenHeader } from '../server/caller-trace.js';
import { endpointFor, originHeader } from './endpoints.js';
import type { KnownCredentials } from './known-credentials.js';
import { signedHeaders } from './signed-headers.js';

/** Where calls are sent on to, and as whom. */
export interface Upstream {
  /** The handler's variables `AWS_ENDPOINT_URL…`. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly credentials: KnownCredentials;
}

/** A call could not be sent on. The message is for a person. */
export class UpstreamError extends Error {
  override readonly name: string = 'UpstreamError';
}

/** What is sent on: the request as it came, its body read or not. */
export interface Forwarded {
  readonly question: Omit<HttpQuestion, 'body'>;
  readonly body: Buffer | Readable;
}

/** Headers that are about one connection (RFC 9110, section 7.6.1), and those that the signature makes anew. */
const dropped = new Set([
  'authorization',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-amz-date',
  'x-amz-security-token',
  originHeader,
  callerHeader,
  deliveryHeader,
  tokenHeader,
]);

/**
 * Sends a request on to its service, signed anew.
 * @returns the service's answer, whose body is still to be read
 * @throws UpstreamError where it can't be signed, or the service is not reached
 */
export async function forward(
  { question, body }: Forwarded,
  recognised: RecognisedRequest,
  region: string,
  { endpoints, credentials }: Upstream,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { url, isAws } = endpointFor(recognised, region, question.headers, endpoints);
  const { scope, model } = recognised;
  const keys = scope === undefined ? undefined : credentials.of(scope.accessKeyId);
  if (scope !== undefined && keys === undefined && isAws) {
    throw new UpstreamError(
      'the request is signed with an access key that the handler was not given through this gateway, so that it could not be signed anew',
    );
  }
  const query = new URLSearchParams(question.query);
  for (const name of presigningParameters) query.delete(name);
  const headers: Record<string, string> = { host: url.host };
  for (const [name, value] of Object.entries(question.headers)) if (!dropped.has(name)) headers[name] = value;
  const length = Buffer.isBuffer(body) ? String(body.length) : question.headers['content-length'];
  if (length !== undefined) headers['content-length'] = length;
  const path = `${url.pathname.replace(/\/$/, '')}${question.path}`;
  const signed =
    scope === undefined
      ? headers
      : await signedHeaders(
          { method: question.method, url, path, query, headers, body },
          {
            signingName: scope.signingName,
            region,
            isS3: model.name === 's3',
            // An endpoint of the user's own, such as LocalStack, looks no further than at the scope.
            keys: keys ?? { accessKeyId: scope.accessKeyId, secretAccessKey: 'unknown' },
          },
        );
  return await send({ method: question.method, url, path: withQuery(path, query), headers: signed, body }, signal);
}

/** A query as AWS signs it: spaces are `%20`. */
function withQuery(path: string, query: URLSearchParams): string {
  const text = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return text === '' ? path : `${path}?${text}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable;
}

async function send({ method, url, path, headers, body }: Sent, signal: AbortSignal): Promise<IncomingMessage> {
  const agent = await environmentAgent();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return await new Promise<IncomingMessage>((resolve, reject) => {
    const options = {
      method,
      host: url.hostname.replaceAll(/[[\]]/g, ''),
      ...(url.port === '' ? {} : { port: url.port }),
      path,
      headers: { ...headers },
      signal,
      ...(agent === undefined ? {} : { agent }),
    };
    const sent: ClientRequest = request(options, resolve);
    const fail = (error: Error): void => {
      reject(new UpstreamError(`${url.origin} can't be reached: ${error.message}`, { cause: error }));
    };
    sent.once('error', fail);
    if (Buffer.isBuffer(body)) sent.end(body);
    else {
      body.once('error', (error) => sent.destroy(error));
      body.pipe(sent);
    }
  });
}
