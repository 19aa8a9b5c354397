import { maxResponsePayloadBytes } from '../limits.js';
import type { ApiResponse } from './exchange.js';
import type { RuntimeState } from './states.js';

/** An error answer of the Runtime API (RIE `rapi/rendering/render_error.go`). */
export interface ApiError {
  readonly status: number;
  readonly errorType: string;
  readonly errorMessage: string;
}

export const invalidRequestId: ApiError = {
  status: 400,
  errorType: 'InvalidRequestID',
  errorMessage: 'Invalid request ID',
};

export const invalidResponseMode: ApiError = {
  status: 400,
  errorType: 'InvalidFunctionResponseMode',
  errorMessage: 'Invalid function response mode',
};

export const requestEntityTooLarge: ApiError = {
  status: 413,
  errorType: 'RequestEntityTooLarge',
  errorMessage: `Exceeded maximum allowed payload size (${maxResponsePayloadBytes} bytes).`,
};

/** For a process that does not belong to the sandbox. Lambda's is reached by no other at all. */
export const foreignProcess: ApiError = {
  status: 403,
  errorType: 'Forbidden',
  errorMessage: 'This Runtime API serves the processes of its own sandbox',
};

/** The 403 for a state transition that is not allowed. */
export function invalidTransition(from: RuntimeState, to: RuntimeState): ApiError {
  return {
    status: 403,
    errorType: 'InvalidStateTransition',
    errorMessage: `State transition from ${from} to ${to} failed for runtime. Error: State transition is not allowed`,
  };
}

/** Answers with an error body, its keys in the API's order. */
export function renderError(response: ApiResponse, { status, errorType, errorMessage }: ApiError): void {
  renderJson(response, status, `${JSON.stringify({ errorMessage, errorType })}\n`);
}

/** Answers 202: the runtime's report was taken. */
export function renderAccepted(response: ApiResponse): void {
  renderJson(response, 202, '{"status":"OK"}\n');
}

/** Answers with a JSON text. */
export function renderJson(response: ApiResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

/** Answers with plain text, as the API's router does for an unknown path or method. */
export function renderText(response: ApiResponse, status: number, text: string): void {
  response.req.resume();
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
