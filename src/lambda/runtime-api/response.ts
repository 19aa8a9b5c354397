import { maxResponsePayloadBytes, maxStreamedResponseBytes } from '../limits.js';
import { readBody } from './body.js';
import type { ApiRequest } from './exchange.js';
import type { PendingInvocation, RuntimeAnswer } from './invocation.js';

/** The result of reading a `POST /runtime/invocation/{id}/response`. */
export type ResponseOutcome =
  | { readonly kind: 'answer'; readonly answer: RuntimeAnswer }
  | { readonly kind: 'too-large'; readonly answer: RuntimeAnswer }
  | { readonly kind: 'truncated'; readonly answer: RuntimeAnswer };

/** Whether the response mode header is valid; without the header the response is buffered. */
export function isResponseMode(mode: string | undefined): boolean {
  return mode === undefined || mode === 'streaming';
}

/**
 * Reads a response, buffered or streamed. A streamed one that fails after its status was sent ends with the trailers
 * `Lambda-Runtime-Function-Error-Type` and `-Body` (base64) (developer guide, "Building a custom runtime").
 */
export async function readResponse(
  request: ApiRequest,
  onChunk?: PendingInvocation['onChunk'],
): Promise<ResponseOutcome> {
  const streaming = request.headers['lambda-runtime-function-response-mode'] === 'streaming';
  if (streaming && onChunk !== undefined)
    request.on('data', (chunk) => onChunk(chunk, request.headers['content-type']));
  const body = await readBody(request, streaming ? maxStreamedResponseBytes : maxResponsePayloadBytes);
  if (body.kind === 'too-large') {
    const limit = streaming ? maxStreamedResponseBytes : maxResponsePayloadBytes;
    return { kind: 'too-large', answer: platformAnswer('Function.ResponseSizeTooLarge', tooLargeMessage(limit)) };
  }
  if (body.kind === 'truncated') {
    return { kind: 'truncated', answer: platformAnswer('Runtime.TruncatedResponse', 'Response was truncated') };
  }
  const errorType = request.trailers['lambda-runtime-function-error-type'];
  const errorBody = request.trailers['lambda-runtime-function-error-body'];
  const streamError =
    errorType === undefined ? {} : { streamError: { errorType, body: Buffer.from(errorBody ?? '', 'base64') } };
  const contentType = request.headers['content-type'];
  return { kind: 'answer', answer: { kind: 'response', body: body.bytes, contentType, streaming, ...streamError } };
}

/** Lambda's own text for a response over the limit. */
function tooLargeMessage(limitBytes: number): string {
  return `Response payload size exceeded maximum allowed payload size (${limitBytes} bytes).`;
}

function platformAnswer(errorType: string, errorMessage: string): RuntimeAnswer {
  return { kind: 'error', body: Buffer.from(JSON.stringify({ errorType, errorMessage })), errorType };
}
