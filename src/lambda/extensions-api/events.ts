import type { ServerResponse } from 'node:http';
import { requestUuid } from '../../process/random.js';
import type { PendingInvocation } from '../runtime-api/invocation.js';

/** Why an execution environment ends (Extensions API reference, "Shutdown phase"). */
export type ShutdownReason = 'spindown' | 'timeout' | 'failure';

/** One answer to `GET /extension/event/next`, as its JSON body has it. */
export type ExtensionEvent =
  | {
      readonly eventType: 'INVOKE';
      /** Epoch time at which the function times out, in ms. */
      readonly deadlineMs: number;
      readonly requestId: string;
      readonly invokedFunctionArn: string;
      readonly tracing?: { readonly type: 'X-Amzn-Trace-Id'; readonly value: string };
    }
  | {
      readonly eventType: 'SHUTDOWN';
      readonly shutdownReason: ShutdownReason;
      /** Epoch time at which the extension is killed, in ms. */
      readonly deadlineMs: number;
    };

/** The event that tells extensions of an invocation. */
export function invokeEvent(invocation: Omit<PendingInvocation, 'event'>): ExtensionEvent {
  const { deadlineMs, requestId, functionArn, traceId } = invocation;
  return {
    eventType: 'INVOKE',
    deadlineMs: Math.round(deadlineMs),
    requestId,
    invokedFunctionArn: functionArn,
    ...(traceId === undefined ? {} : { tracing: { type: 'X-Amzn-Trace-Id', value: traceId } }),
  };
}

/** Hands an event to an extension. Only an invocation has an event identifier (RIE `rendering.go`). */
export function renderEvent(response: ServerResponse, event: ExtensionEvent): void {
  const body = JSON.stringify(event);
  const identifier = event.eventType === 'INVOKE' ? { 'Lambda-Extension-Event-Identifier': requestUuid() } : {};
  response.writeHead(200, {
    ...identifier,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
