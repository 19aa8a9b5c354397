import type { IncomingMessage, ServerResponse } from 'node:http';
import { UserError } from '../../diagnostics/user-error.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { maxSyncPayloadBytes } from '../../lambda/limits.js';
import { requestUuid } from '../../process/random.js';
import type { ServedFunctions } from '../served-functions.js';
import { internalServerError, type UrlResponse, urlResponse } from './buffered-response.js';
import { urlEvent } from './request-event.js';
import { type StreamedHead, StreamedHeadReader } from './streamed-head.js';

/** What of a request is about its function's URL. */
export interface UrlTarget {
  readonly fn: LambdaFunction;
  readonly path: string;
  readonly query: string;
}

/** Headers that are about the connection alone, or that follow from the body. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length', 'trailer']);

/**
 * Answers a request to a function's URL.
 * @throws where the client went away
 */
export async function answerUrl(
  message: IncomingMessage,
  response: ServerResponse,
  { fn, path, query }: UrlTarget,
  functions: ServedFunctions,
): Promise<void> {
  const body = await readBody(message);
  if (body === undefined) return send(response, message, failure(413, 'Request Entity Too Large'));
  const requestId = requestUuid();
  response.setHeader('x-amzn-requestid', requestId);
  const event = urlEvent({
    message,
    path,
    query,
    body,
    sourceIp: '127.0.0.1',
    requestId,
    urlId: fn.key.toLowerCase(),
    now: new Date(),
  });
  const stream = new StreamedAnswer(response);
  try {
    const outcome = await functions.invoke(fn, Buffer.from(JSON.stringify(event)), requestId, stream.push);
    if ('code' in outcome) return send(response, message, failure(429, outcome.message));
    const { result } = outcome;
    if (stream.isBegun) stream.end(result.status === 'success');
    else send(response, message, stream.isBroken ? internalServerError : urlResponse(result));
  } catch (error) {
    if (!(error instanceof UserError) || response.headersSent) throw error;
    send(response, message, failure(502, `invoke-local can't run the function ${fn.key}: ${error.message}`));
  }
}

/** A streamed response on its way to the client. */
class StreamedAnswer {
  readonly #response: ServerResponse;
  readonly #head = new StreamedHeadReader();
  isBegun = false;
  /** Whether it has no head. */
  isBroken = false;

  constructor(response: ServerResponse) {
    this.#response = response;
    // The client may go away at any time; the function goes on, as in Lambda.
    response.on('error', () => {});
  }

  readonly push = (chunk: Buffer, contentType: string | undefined): void => {
    if (this.isBroken) return;
    if (this.isBegun) return void this.#response.write(chunk);
    try {
      const head = this.#head.push(chunk, contentType);
      if (head !== undefined) this.#begin(head);
    } catch {
      this.isBroken = true;
    }
  };

  /** Ends the response, or breaks it off where the function failed after its beginning. */
  end(isWhole: boolean): void {
    if (isWhole) this.#response.end();
    else this.#response.destroy();
  }

  #begin({ statusCode, headers, body }: StreamedHead): void {
    writeHead(this.#response, statusCode, headers);
    this.isBegun = true;
    this.#response.write(body);
  }
}

function failure(statusCode: number, message: string): UrlResponse {
  return {
    statusCode,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

function send(response: ServerResponse, { method }: IncomingMessage, { statusCode, headers, body }: UrlResponse): void {
  writeHead(response, statusCode, [...headers, ['content-length', String(body.length)]]);
  response.end(method === 'HEAD' ? '' : body);
}

/** What Node.js takes as the name and as the value of a header (RFC 9110, section 5). */
const name = /^[\w!#$%&'*+.^`|~-]+$/;
const value = /^[\t\x20-\x7e\x80-\xff]*$/;

function writeHead(response: ServerResponse, status: number, headers: UrlResponse['headers']): void {
  for (const [key, text] of headers) {
    const isOwn = key !== 'content-length' && ofConnection.has(key.toLowerCase());
    if (!isOwn && name.test(key) && value.test(text)) response.appendHeader(key, text);
  }
  response.writeHead(status);
}

/** The body; `undefined` where it is larger than Lambda takes. */
async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxSyncPayloadBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= maxSyncPayloadBytes ? Buffer.concat(chunks) : undefined;
}
