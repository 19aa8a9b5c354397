import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { AwsRequest, Members } from '../aws-call.js';
import { hostAsked } from '../forward/endpoints.js';
import { decodeRequest } from '../protocols/decode-request.js';
import type { HttpQuestion } from '../protocols/http-answer.js';
import { inputOf, isStreaming, membersOf } from '../protocols/shapes.js';
import { isNamedByBody, type RecognisedRequest, recognise } from '../recognise/recognise.js';
import { apiOf, resourcesOf } from '../resources/resources-of.js';
import { decodeAwsChunked, isAwsChunked, withoutChunks } from './aws-chunked.js';
import { callerHeader, deliveryHeader, deliveryMark, readCallerTrace } from './caller-trace.js';
import type { HeldBytes } from './held-bytes.js';
import { maxBodyBytes, maxKeptStreamBytes } from './limits.js';
import type { GatewayMessage } from './messages.js';
import { readBody } from './read-body.js';
import { requestHead } from './request-head.js';

/** A request that was read and understood. */
export interface IncomingCall {
  readonly recognised: RecognisedRequest;
  readonly request: AwsRequest;
  /** The request as it may be sent on. */
  readonly question: Omit<HttpQuestion, 'body'>;
  readonly body: Buffer | Readable;
  /** How much of it is in memory, until it is given back. */
  readonly heldBytes: number;
}

/** A request that can't be read. */
export interface BadRequest {
  readonly recognised: RecognisedRequest;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Reads a request: finds its operation and decodes its members. The body of a stream, such as of `PutObject`, is read
 * whole only where it is small.
 * @throws where the client went away
 */
export async function readCall(
  message: GatewayMessage,
  { account, region }: { readonly account: string; readonly region: string },
  held: HeldBytes,
): Promise<IncomingCall | BadRequest> {
  const startedAt = new Date();
  const head = requestHead(message);
  const early = isNamedByBody(head) ? undefined : recognise({ ...head, body: Buffer.alloc(0) });
  const takesStream = early === undefined ? false : hasStream(early);
  const read = await readBody(message, takesStream ? maxKeptStreamBytes : maxBodyBytes, held);
  const recognised = early ?? recognise({ ...head, body: read.kind === 'whole' ? read.bytes : Buffer.alloc(0) });
  if (read.kind === 'refused' || (read.kind === 'long' && !takesStream)) {
    if (read.kind === 'long') held.giveBack(read.heldBytes);
    const message = 'The body of the request is larger than the gateway of invoke-local takes.';
    return { recognised, status: 413, code: 'RequestEntityTooLarge', message };
  }
  try {
    const { question, body } = readChunks(head, read.kind === 'whole' ? read.bytes : read.stream);
    const where = { account, region: recognised.scope?.region ?? region };
    const members = membersIn(recognised, question, body);
    const { model, operationName } = recognised;
    const trace = readCallerTrace(head.headers[callerHeader]);
    const api = apiOf(hostAsked(head.headers), head.path);
    const request: AwsRequest = {
      service: model.name,
      iamPrefix: model.iamPrefix,
      operation: operationName,
      ...where,
      resources: resourcesOf(model.name, operationName, members, { ...where, api }),
      members,
      startedAt,
      ...(trace === undefined ? {} : { trace }),
      ...(head.headers[deliveryHeader] === deliveryMark ? { isDelivery: true } : {}),
    };
    const heldBytes = read.kind === 'whole' ? read.bytes.length : read.heldBytes;
    return { recognised, request, question, body, heldBytes };
  } catch (error) {
    held.giveBack(read.kind === 'whole' ? read.bytes.length : read.heldBytes);
    const message = `The request is not what the protocol of ${recognised.model.serviceId} has: ${(error as Error).message}`;
    return { recognised, status: 400, code: 'SerializationException', message };
  }
}

/** Whether a request has a stream of bytes as its body. */
function hasStream({ model, operation }: RecognisedRequest): boolean {
  return membersOf(inputOf(model, operation)).some(([, member]) => isStreaming(model, member));
}

/** Takes apart a body in chunks that is there whole. A stream of chunks with signatures can't be sent on as it is. */
function readChunks(
  head: Omit<HttpQuestion, 'body'>,
  body: Buffer | Readable,
): { readonly question: Omit<HttpQuestion, 'body'>; readonly body: Buffer | Readable } {
  if (!isAwsChunked(head.headers) || !Buffer.isBuffer(body)) return { question: head, body };
  const decoded = decodeAwsChunked(body);
  return { question: { ...head, headers: withoutChunks(head.headers, decoded) }, body: decoded.bytes };
}

function membersIn(
  { model, operation, wire, labels }: RecognisedRequest,
  question: Omit<HttpQuestion, 'body'>,
  body: Buffer | Readable,
): Members {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const isZipped = question.headers['content-encoding'] === 'gzip' && wire.protocol !== 'rest-xml';
  const plain = isZipped ? gunzipSync(bytes, { maxOutputLength: maxBodyBytes }) : bytes;
  return decodeRequest(model, operation, wire, labels, { ...question, body: plain });
}
