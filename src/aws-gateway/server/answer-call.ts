import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { completeMembers } from '../answers/complete-members.js';
import type { AnsweredBy, AwsError, AwsResponse, Members } from '../aws-call.js';
import { forward, UpstreamError } from '../forward/upstream.js';
import { decodeResponse } from '../protocols/decode-response.js';
import { type AnswerContext, encodeError, encodeEvents, encodeResponse } from '../protocols/encode-answer.js';
import { statusOfError } from '../protocols/error-codes.js';
import type { HttpAnswer } from '../protocols/http-answer.js';
import { eventStreamOf, outputOf } from '../protocols/shapes.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import { AskedLine } from './asked-line.js';
import type { HeldBytes } from './held-bytes.js';
import { type IncomingCall, readCall } from './incoming-call.js';
import { copyAndKeep } from './kept-stream.js';
import { maxBodyBytes, maxKeptStreamBytes } from './limits.js';
import type { GatewayMessage, GatewayResponse } from './messages.js';
import type { GatewaySession, PlannedAnswer, StreamedMembers } from './session.js';

/** How a request was answered. */
interface Answered {
  readonly by: AnsweredBy;
  readonly response: AwsResponse;
}

/**
 * Answers one request of an SDK as the session has it, and tells the session.
 * @throws where the client went away, or an answer can't be written
 */
export async function answerCall(
  message: GatewayMessage,
  response: GatewayResponse,
  session: GatewaySession,
  held: HeldBytes,
): Promise<void> {
  const startMs = performance.now();
  const read = await readCall(message, session, held);
  if ('code' in read) {
    const { recognised, status, code, message: text } = read;
    return void (await send(
      response,
      encodeError(contextOf(recognised), status, { code, message: text }),
      message.method,
    ));
  }
  const line = new AskedLine(read, session.findLine);
  const call = { ...read, request: line.request };
  const ended = new AbortController();
  // Each response is closed at its end, too, when there is nothing to give up.
  response.once('close', () => {
    if (!response.writableEnded) ended.abort();
  });
  try {
    const answered = await answer(call, message, response, session, ended.signal);
    const durationMs = performance.now() - startMs;
    session.onCall(
      { ...read.request, ...(await line.found), durationMs, response: answered.response, answeredBy: answered.by },
      call.recognised,
    );
  } finally {
    held.giveBack(call.heldBytes);
  }
}

async function answer(
  call: IncomingCall,
  message: GatewayMessage,
  response: GatewayResponse,
  session: GatewaySession,
  signal: AbortSignal,
): Promise<Answered> {
  const { request, recognised } = call;
  const refuse = (error: AwsError): Promise<Answered> =>
    sendError(response, recognised, undefined, error, message.method);
  if (request.askLine !== undefined && session.isNotable?.(request) === true) await request.askLine();
  const denial = session.judge?.(request);
  if (denial !== undefined) return await refuse(denial);
  for (const source of session.sources) {
    const planned = await source(request, recognised);
    if (planned !== undefined) return await sendPlanned(call, response, planned, message.method, signal);
  }
  if (session.last.kind === 'refuse') return await refuse(session.last.explain(request));
  try {
    const { upstream } = session.last;
    const answer = await forward(call, recognised, request.region, upstream, signal);
    const answered = await passOn(answer, response, recognised);
    if ('members' in answered.response) upstream.credentials.learn(answered.response.members);
    return answered;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return await refuse({
      code: 'EndpointUnreachable',
      message: `invoke-local could not send ${nameOf(call)} on: ${error.message}.`,
    });
  }
}

function nameOf({ request }: IncomingCall): string {
  return `${request.service}:${request.operation}`;
}

async function sendPlanned(
  { request, recognised }: IncomingCall,
  response: GatewayResponse,
  { by, status, content, latencyMs, requestId }: PlannedAnswer,
  method: string | undefined,
  signal: AbortSignal,
): Promise<Answered> {
  if (latencyMs !== undefined && latencyMs > 0) await delay(latencyMs, undefined, { signal });
  if ('error' in content) {
    return { ...(await sendError(response, recognised, status, content.error, method, requestId)), by };
  }
  if ('events' in content) {
    return {
      by,
      response: await sendEvents(contextOf(recognised, requestId), response, status ?? 200, content, signal),
    };
  }
  const members = completeMembers(request, content.members);
  const answer = encodeResponse(
    contextOf(recognised, requestId),
    status ?? recognised.operation.status ?? 200,
    members,
  );
  await send(response, answer, method);
  return { by, response: { status: answer.status, members } };
}

/** Writes events as they come. What is kept of them ends at the limit of all streams. */
async function sendEvents(
  context: AnswerContext,
  response: GatewayResponse,
  given: number,
  { members, events }: StreamedMembers,
  signal: AbortSignal,
): Promise<AwsResponse> {
  const { status, headers } = encodeResponse(context, given, members);
  const [name = ''] = eventStreamOf(context.model, outputOf(context.model, context.operation)) ?? [];
  const kept: Members[] = [];
  let keptBytes = 0;
  writeHead(response, status, headers);
  async function* written(): AsyncGenerator<Buffer> {
    for await (const event of events) {
      const bytes = encodeEvents(context, [event]);
      keptBytes += bytes.length;
      if (keptBytes <= maxKeptStreamBytes) kept.push(event);
      yield bytes;
    }
  }
  await pipeline(written, response as Writable, { signal });
  return { status, members: { ...members, [name]: kept } };
}

async function sendError(
  response: GatewayResponse,
  recognised: RecognisedRequest,
  given: number | undefined,
  error: AwsError,
  method: string | undefined,
  requestId?: string,
): Promise<Answered> {
  const status = given ?? statusOfError(recognised.model, error.code);
  await send(response, encodeError(contextOf(recognised, requestId), status, error), method);
  return { by: 'none', response: { status, error } };
}

function contextOf(
  { model, operation, operationName, wire }: RecognisedRequest,
  requestId: string = randomUUID(),
): AnswerContext {
  return { model, operation, operationName, wire, requestId };
}

/** Writes an answer, without its body for `HEAD`. */
async function send(response: GatewayResponse, { status, headers, body }: HttpAnswer, method = ''): Promise<void> {
  // Whoever has asked may be gone by now, as a function that timed out while it waited: nothing tells the end of such a response.
  if (!('stream' in response) && response.destroyed) return;
  const isHead = method === 'HEAD';
  const hasLength = isHead && headers['content-length'] !== undefined;
  writeHead(response, status, { ...headers, ...(hasLength ? {} : { 'content-length': String(body.length) }) });
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.end(isHead ? '' : body, resolve);
  });
}

/** Begins an answer. The two kinds of responses have the same method, of which TypeScript knows none for both. */
function writeHead(response: GatewayResponse, status: number, headers: OutgoingHttpHeaders): void {
  if ('stream' in response) response.writeHead(status, headers);
  else response.writeHead(status, headers);
}

/** Headers of an answer that are about the connection to the service alone. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'proxy-authenticate',
  'trailer',
]);

/** Passes the answer of a service on as it comes, and reads it. */
async function passOn(
  answer: IncomingMessage,
  response: GatewayResponse,
  recognised: RecognisedRequest,
): Promise<Answered> {
  const status = answer.statusCode ?? 502;
  const passed: Record<string, string | string[]> = {};
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || ofConnection.has(name)) continue;
    passed[name] = value;
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  writeHead(response, status, passed);
  const body = await copyAndKeep(answer, response, maxKeptStreamBytes);
  return { by: 'forward', response: readAnswer(recognised, { status, headers, body: body ?? Buffer.alloc(0) }) };
}

function readAnswer(recognised: RecognisedRequest, answer: HttpAnswer): AwsResponse {
  const { model, operation, operationName, wire } = recognised;
  try {
    const isZipped = answer.headers['content-encoding'] === 'gzip' && model.name !== 's3';
    const body = isZipped ? gunzipSync(answer.body, { maxOutputLength: maxBodyBytes }) : answer.body;
    return decodeResponse(model, operationName, operation, wire, { ...answer, body });
  } catch {
    // The handler's SDK has the same bytes, and will say what is wrong with them.
    return { status: answer.status, members: {} };
  }
}
