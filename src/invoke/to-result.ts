import { parseObject } from '../json/parse-object.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { parseRuntime } from '../lambda/function/runtimes.js';
import { splitHttpResponse } from '../lambda/http-integration.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import type { ExitCause } from './exit-cause/find-cause.js';
import { interpreterOf } from './interpreter-advice.js';
import { withOriginalPaths } from './original-paths.js';
import type { InvocationFacts, InvocationFailure, InvocationResult } from './result.js';
import { traceLines } from './trace-lines.js';

/** The type of an unhandled rejection; the trace that matters is that of its reason. */
const unhandledRejection = 'Runtime.UnhandledPromiseRejection';

/**
 * Makes the result of an invocation from the outcome in its sandbox.
 * @param event exactly as the runtime got it
 */
export async function toResult(
  fn: LambdaFunction,
  placed: PlacedFunction,
  event: Buffer,
  outcome: SandboxOutcome,
): Promise<InvocationResult> {
  const interpreter = interpreterOf(outcome);
  const facts: InvocationFacts = {
    function: fn,
    event,
    requestId: outcome.requestId,
    durationMs: outcome.durationMs,
    billedDurationMs: outcome.billedDurationMs,
    memorySizeMiB: fn.memorySizeMiB,
    maxMemoryUsedMiB: outcome.maxMemoryUsedMiB,
    ...(outcome.initDurationMs === undefined ? {} : { initDurationMs: outcome.initDurationMs }),
    ...(interpreter === undefined ? {} : { interpreter }),
  };
  if (outcome.status === 'success') {
    const http = splitHttpResponse(outcome.response, outcome.contentType);
    if (http === undefined) return { ...facts, status: 'success', response: outcome.response };
    return { ...facts, status: 'success', response: http.body, http: http.prelude };
  }
  const failure = describeFailure(outcome.error, outcome.errorType);
  const [stderrTail = '', errorMessage = ''] = withOriginalPaths(
    [outcome.stderrTail, failure.errorMessage],
    fn,
    placed,
  );
  return {
    ...facts,
    status: outcome.status,
    ...failure,
    errorMessage,
    trace: withOriginalPaths(failure.trace, fn, placed),
    initFailed: outcome.initFailed ?? false,
    stderrTail,
    ...(await causeOf(fn, placed, outcome, failure)),
  };
}

/** Why the process ended, if it ended and logged why. */
async function causeOf(
  fn: LambdaFunction,
  placed: PlacedFunction,
  outcome: Exclude<SandboxOutcome, { status: 'success' }>,
  { errorType }: Pick<InvocationFailure, 'errorType'>,
): Promise<{ readonly cause?: ExitCause }> {
  const isRejection = outcome.status === 'error' && errorType === unhandledRejection;
  if (outcome.status !== 'crash' && !isRejection) return {};
  const { exitCauseOf, rejectionCauseOf } = await import('./exit-cause/exit-cause.js');
  const isProgram = parseRuntime(fn.runtime)?.language === 'custom';
  const cause = outcome.status === 'crash' ? exitCauseOf(outcome, isProgram) : rejectionCauseOf(outcome.lastWords);
  if (cause === undefined) return {};
  const [message = '', ...trace] = withOriginalPaths([cause.message, ...cause.trace], fn, placed, 'everywhere');
  return { cause: { ...cause, message, trace } };
}

/** Reads the error object of a failed invocation. If the body is no object, it is the message. */
export function describeFailure(
  error: Buffer,
  errorType: string,
): Pick<InvocationFailure, 'error' | 'errorType' | 'errorMessage' | 'trace'> {
  const text = error.toString('utf8');
  const body = parseObject(text);
  if (body === undefined) return { error, errorType, errorMessage: text, trace: [] };
  const trace = [body['trace'], body['stackTrace']].find(Array.isArray) ?? [];
  return {
    error,
    errorType: typeof body['errorType'] === 'string' ? body['errorType'] : errorType,
    errorMessage: typeof body['errorMessage'] === 'string' ? body['errorMessage'] : '',
    trace: traceLines(trace),
  };
}
