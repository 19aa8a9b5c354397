import type { ToldCalls } from '../../invoke/told-calls.js';
import type { CaseAttempt, CaseAttempts, CaseResult } from '../../suite/case-result.js';
import type { SuiteCase } from '../../suite/suite-case.js';
import { callWithout } from '../calls/reported-call.js';
import { siblingWithout } from '../secrets/redact-report.js';
import { readTexts } from './read-texts.js';
import { type ReportContext, reportedPlace, reportedProblem, rounded } from './report-context.js';
import type { CaseTexts, ReportedCase, ReportedFinding, ReportedHttpPrelude, ReportedPlace } from './suite-report.js';

/** The report of a case. A suite may have very many: it is made without copies on the way. */
export function reportedCase(result: CaseResult, context: ReportContext): ReportedCase {
  const { case: suiteCase, id, status } = result;
  const { text } = context;
  const facts = {
    id: text(id),
    name: text(suiteCase.name),
    function: text(suiteCase.function),
    ...placeOf(result, context),
    tags: suiteCase.tags.map(text),
  };
  switch (status) {
    case 'skipped':
    case 'stopped':
      return { ...facts, status, reason: text(result.reason), findings: [], texts: noTexts };
    case 'not-run': {
      const diagnostic = reportedProblem(result.diagnostic, context);
      return { ...facts, status, diagnostic, findings: [], texts: noTexts };
    }
    default: {
      const { attempts } = result;
      const last = attempts[attempts.length - 1] ?? attempts[0];
      const { durationsMs, initDurationMs } = last;
      return {
        ...facts,
        status,
        invocation: last.invocation,
        durationMs: rounded(last.durationMs),
        ...(durationsMs === undefined ? {} : { durationsMs: durationsMs.map(rounded) }),
        ...(initDurationMs === undefined ? {} : { initDurationMs: rounded(initDurationMs) }),
        isCold: last.isCold,
        maxMemoryUsedMiB: last.maxMemoryUsedMiB,
        startedAtMs: last.startedAtMs,
        worker: last.worker,
        requestId: last.requestId,
        ...(last.http === undefined ? {} : { http: reportedHttp(last.http, context) }),
        ...(last.siblings === undefined
          ? {}
          : { siblings: last.siblings.map((sibling) => siblingWithout(sibling, text)) }),
        ...(last.calls === undefined ? {} : reportedCalls(last.calls, context)),
        attempts: attempts.length,
        ...earlierAttempts(suiteCase, attempts, context),
        findings: reportedFindings(suiteCase, lastFailed(attempts), context),
        ...(last.error === undefined ? {} : { error: reportedError(last.error, context) }),
        texts: () => readTexts(last, context.redactor),
      };
    }
  }
}

function reportedCalls(
  { calls, omittedCalls }: ToldCalls,
  context: ReportContext,
): Pick<ReportedCase, 'calls' | 'omittedCalls'> {
  const told = calls.map(({ location, ...call }) => ({
    ...callWithout(call, context.text),
    ...(location === undefined ? {} : { location: reportedPlace(location, context) }),
  }));
  return { calls: told, ...(omittedCalls === 0 ? {} : { omittedCalls }) };
}

async function noTexts(): Promise<CaseTexts> {
  return {};
}

/** The last attempt that failed, where one did. */
function lastFailed(attempts: CaseAttempts): CaseAttempt | undefined {
  return attempts.findLast(({ findings }) => findings.length > 0);
}

/** The attempts before the last one. */
function earlierAttempts(
  suiteCase: SuiteCase,
  attempts: CaseAttempts,
  context: ReportContext,
): Pick<ReportedCase, 'earlierAttempts'> {
  if (attempts.length === 1) return {};
  return {
    earlierAttempts: attempts.slice(0, -1).map((attempt) => ({
      invocation: attempt.invocation,
      durationMs: rounded(attempt.durationMs),
      requestId: attempt.requestId,
      findings: reportedFindings(suiteCase, attempt, context),
      ...(attempt.error === undefined ? {} : { error: reportedError(attempt.error, context) }),
    })),
  };
}

function reportedFindings(
  { origin }: SuiteCase,
  attempt: CaseAttempt | undefined,
  context: ReportContext,
): readonly ReportedFinding[] {
  const { text } = context;
  const findings = attempt?.findings ?? [];
  return findings.map(({ path, message, diff }) => {
    const place = origin.of(path);
    return {
      message: text(message),
      path: text(pointer(path)),
      ...(diff === undefined ? {} : { diff: text(diff) }),
      ...(place === undefined ? {} : reportedPlace(place, context)),
    };
  });
}

function reportedHttp(
  { statusCode, headers, cookies }: NonNullable<CaseAttempt['http']>,
  { text }: ReportContext,
): ReportedHttpPrelude {
  const written = Object.entries(headers).map(([name, value]) => [text(name), text(value)] as const);
  return { statusCode, headers: Object.fromEntries(written), cookies: cookies.map(text) };
}

function reportedError(
  { type, message, location, trace }: NonNullable<CaseAttempt['error']>,
  context: ReportContext,
): NonNullable<ReportedCase['error']> {
  const { text } = context;
  return {
    type: text(type),
    message: text(message),
    ...(location === undefined ? {} : { location: reportedPlace(location, context) }),
    trace: trace.map(text),
  };
}

/**
 * Where a case is written: its line only where something is to be mended, because a large file has to be parsed again for it.
 */
function placeOf({ case: { origin }, status }: CaseResult, context: ReportContext): Partial<ReportedPlace> {
  const isToMend = status === 'failed' || status === 'flaky' || status === 'not-run';
  const place = isToMend ? origin.of([]) : undefined;
  if (place !== undefined) return reportedPlace(place, context);
  return origin.file === undefined ? {} : { file: context.fileText(origin.file) };
}

/** A path as a JSON Pointer (RFC 6901). */
function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
