import { randomHex } from '../../process/random.js';
import type { LambdaFunction } from '../function/lambda-function.js';

/** The log group of a function: its own, or Lambda's default. */
export function logGroupName(fn: Pick<LambdaFunction, 'name' | 'logging'>): string {
  return fn.logging.group ?? `/aws/lambda/${fn.name}`;
}

/** The name of a log stream as Lambda makes one for each execution environment: `2026/01/31/[$LATEST]<32 hex digits>`. */
export function logStreamName(now: Date): string {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${randomHex(32)}`;
}

/**
 * An X-Ray trace header of a request that is not sampled, in the shape that Lambda sends.
 * @param root the trace that the request belongs to; by default a new one
 * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export function traceHeader(now: Date, root = traceRoot(now)): string {
  return `Root=${root};Parent=${randomHex(16)};Sampled=0;Lineage=1:${randomHex(8)}:0`;
}

/** The id of a new trace. */
export function traceRoot(now: Date): string {
  return `1-${Math.floor(now.getTime() / 1000).toString(16)}-${randomHex(24)}`;
}
