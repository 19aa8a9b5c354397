import type { InvocationResult } from '../result.js';
import { payloadOf } from './invoke-answer.js';

/** An event that nobody waited for, and what came of it at last. */
export interface SettledInvocation {
  readonly requestId: string;
  /** With a version or an alias, where it was named so. */
  readonly functionArn: string;
  readonly event: Buffer;
  readonly attempts: number;
  readonly result: InvocationResult;
}

/** What a destination gets of an event. Source: Lambda developer guide, "Capturing records of Lambda asynchronous invocations". */
export function destinationRecord(
  { requestId, functionArn, event, attempts, result }: SettledInvocation,
  now: Date = new Date(),
): Buffer {
  const { payload, isError } = payloadOf(result);
  return Buffer.from(
    JSON.stringify({
      version: '1.0',
      timestamp: now.toISOString(),
      requestContext: {
        requestId,
        functionArn: qualifiedArn(functionArn),
        condition: isError ? 'RetriesExhausted' : 'Success',
        approximateInvokeCount: attempts,
      },
      requestPayload: parsed(event),
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        ...(isError ? { functionError: 'Unhandled' } : {}),
      },
      responsePayload: parsed(payload),
    }),
  );
}

/** The ARN of a function with the version that was invoked. */
export function qualifiedArn(functionArn: string): string {
  return functionArn.split(':').length > 7 ? functionArn : `${functionArn}:$LATEST`;
}

/** JSON as a value; what is none, such as a page, as its text. */
function parsed(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}
