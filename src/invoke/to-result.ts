import type { LambdaFunction } from '../lambda/lambda-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import { interpreterOf } from './interpreter-advice.js';
import type { InvocationFacts, InvocationFailure, InvocationResult } from './result.js';

/** What the faces read, made from what the sandbox saw. */
export function toResult(fn: LambdaFunction, outcome: SandboxOutcome): InvocationResult {
  const interpreter = interpreterOf(outcome.userAgent);
  const facts: InvocationFacts = {
    function: fn,
    requestId: outcome.requestId,
    durationMs: outcome.durationMs,
    billedDurationMs: outcome.billedDurationMs,
    memorySizeMiB: fn.memorySizeMiB,
    maxMemoryUsedMiB: outcome.maxMemoryUsedMiB,
    ...(outcome.initDurationMs === undefined ? {} : { initDurationMs: outcome.initDurationMs }),
    ...(interpreter === undefined ? {} : { interpreter }),
  };
  if (outcome.status === 'success') return { ...facts, status: 'success', response: outcome.response };
  return { ...facts, status: outcome.status, ...describeFailure(outcome.error, outcome.errorType) };
}

/** Reads the error object of a failed invocation; a body that is none is its own message. */
export function describeFailure(error: Buffer, errorType: string): InvocationFailure {
  const text = error.toString('utf8');
  const body = parseObject(text);
  if (body === undefined) return { error, errorType, errorMessage: text, trace: [] };
  const trace = [body['trace'], body['stackTrace']].find(Array.isArray) ?? [];
  return {
    error,
    errorType: typeof body['errorType'] === 'string' ? body['errorType'] : errorType,
    errorMessage: typeof body['errorMessage'] === 'string' ? body['errorMessage'] : '',
    trace: trace.filter((line) => typeof line === 'string'),
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
