import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { FailedResult, InvocationFacts, SiblingFacts, SuccessfulResult } from '../../invoke/result.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { callWithout } from '../calls/reported-call.js';
import type { FailureReport } from '../failure/failure-report.js';
import type { InvocationReport, ReportedOutcome } from '../invocation-report.js';
import { createRedactor, type Redactor } from './redactor.js';

/**
 * The report with `***` in the place of every secret in its texts, names, paths and payloads. Values from a closed list (a
 * status, a code, a signal, a runtime's identifier) are left as they are.
 */
export function redactReport(report: InvocationReport, secrets: readonly string[]): InvocationReport {
  if (secrets.length === 0) return report;
  const redactor = createRedactor(secrets);
  const { text } = redactor;
  return {
    ...report,
    ...(report.function === undefined ? {} : { function: text(report.function) }),
    ...(report.case === undefined ? {} : { case: text(report.case) }),
    outcome: outcomeWithout(report.outcome, redactor),
    ...(report.siblings === undefined
      ? {}
      : { siblings: report.siblings.map((sibling) => siblingWithout(sibling, text)) }),
    ...(report.calls === undefined
      ? {}
      : { calls: { ...report.calls, calls: report.calls.calls.map((call) => callWithout(call, text)) } }),
    diagnostics: report.diagnostics.map((diagnostic) => diagnosticWithout(diagnostic, redactor)),
    ...(report.serviceFolder === undefined ? {} : { serviceFolder: text(report.serviceFolder) }),
    log: {
      ...report.log,
      text: text(report.log.text),
      ...(report.log.file === undefined ? {} : { file: text(report.log.file) }),
    },
  };
}

/** What is told of another function, with `***` in the place of every secret. */
export function siblingWithout(sibling: SiblingFacts, text: Redactor['text']): SiblingFacts {
  const { function: key, calledBy, error } = sibling;
  return {
    ...sibling,
    function: text(key),
    calledBy: text(calledBy),
    ...(error === undefined ? {} : { error: { type: text(error.type), message: text(error.message) } }),
  };
}

function outcomeWithout(outcome: ReportedOutcome, redactor: Redactor): ReportedOutcome {
  switch (outcome.kind) {
    case 'succeeded':
      return { ...outcome, result: successWithout(outcome.result, redactor) };
    case 'failed':
      return {
        ...outcome,
        result: failedWithout(outcome.result, redactor),
        failure: failureWithout(outcome.failure, redactor),
      };
    case 'refused':
      return { ...outcome, diagnostic: diagnosticWithout(outcome.diagnostic, redactor) };
    case 'cancelled':
      return outcome;
    case 'defect':
      return { ...outcome, details: redactor.text(outcome.details) };
  }
}

function successWithout(result: SuccessfulResult, redactor: Redactor): SuccessfulResult {
  const { http } = result;
  return {
    ...result,
    ...factsWithout(result, redactor),
    response: redactor.bytes(result.response),
    ...(http === undefined
      ? {}
      : {
          http: {
            statusCode: http.statusCode,
            headers: Object.fromEntries(
              Object.entries(http.headers).map(([name, value]) => [redactor.text(name), redactor.text(value)]),
            ),
            cookies: http.cookies.map(redactor.text),
          },
        }),
  };
}

function failedWithout(result: FailedResult, redactor: Redactor): FailedResult {
  const { text, bytes } = redactor;
  const { cause } = result;
  return {
    ...result,
    ...factsWithout(result, redactor),
    error: bytes(result.error),
    errorType: text(result.errorType),
    errorMessage: text(result.errorMessage),
    trace: result.trace.map(text),
    stderrTail: text(result.stderrTail),
    ...(cause === undefined ? {} : { cause: { ...cause, message: text(cause.message), trace: cause.trace.map(text) } }),
  };
}

function factsWithout(
  { function: fn, event, interpreter }: InvocationFacts,
  redactor: Redactor,
): Pick<InvocationFacts, 'function' | 'event' | 'interpreter'> {
  return {
    function: functionWithout(fn, redactor),
    event: redactor.bytes(event),
    ...(interpreter === undefined ? {} : { interpreter: redactor.text(interpreter) }),
  };
}

function functionWithout(fn: LambdaFunction, { text }: Redactor): LambdaFunction {
  return {
    ...fn,
    key: text(fn.key),
    name: text(fn.name),
    handler: text(fn.handler),
    region: text(fn.region),
    stage: text(fn.stage),
  };
}

function failureWithout(failure: FailureReport, redactor: Redactor): FailureReport {
  const { text } = redactor;
  const { userPlace, handlerPlace } = failure;
  return {
    ...failure,
    errorType: text(failure.errorType),
    errorMessage: text(failure.errorMessage),
    trace: failure.trace.map((line) => ({
      ...line,
      text: text(line.text),
      ...(line.place === undefined ? {} : { place: placeWithout(line.place, redactor) }),
    })),
    ...(userPlace === undefined ? {} : { userPlace: placeWithout(userPlace, redactor) }),
    ...(handlerPlace === undefined ? {} : { handlerPlace: placeWithout(handlerPlace, redactor) }),
  };
}

/** A diagnostic with `***` in the place of every secret. */
export function diagnosticWithout(diagnostic: Diagnostic, redactor: Redactor): Diagnostic {
  const { message, hint, location } = diagnostic;
  return {
    ...diagnostic,
    message: redactor.text(message),
    ...(hint === undefined ? {} : { hint: redactor.text(hint) }),
    ...(location === undefined ? {} : { location: placeWithout(location, redactor) }),
  };
}

function placeWithout(place: SourceLocation, { text }: Redactor): SourceLocation {
  return { ...place, file: text(place.file) };
}
