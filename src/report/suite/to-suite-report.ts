import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { CaseAttempt, CaseAttempts, CaseResult } from '../../suite/case-result.js';
import type { SuiteResult } from '../../suite/suite-result.js';
import { createRedactor, type Redactor } from '../secrets/redactor.js';
import { readText } from './read-text.js';
import type {
  CaseTexts,
  ReportedCase,
  ReportedFinding,
  ReportedPlace,
  ReportedProblem,
  SuiteReport,
  SuiteTotals,
} from './suite-report.js';

/** What a report of a suite needs besides the result. */
export interface SuiteReportOptions {
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** The values that must not stand in a report. */
  readonly secrets: readonly string[];
}

/**
 * The report of a suite, with `***` in the place of every secret. Its texts are read from the run's files when they are asked
 * for.
 */
export function toSuiteReport(result: SuiteResult, { base, secrets }: SuiteReportOptions): SuiteReport {
  const redactor = createRedactor(secrets);
  const totals = totalsOf(result.results);
  const { snapshots, problems, shard, stopped } = result;
  return {
    version: 1,
    startedAt: new Date(result.startedAtMs).toISOString(),
    durationMs: rounded(result.durationMs),
    concurrency: result.concurrency,
    verdict: verdictOf(totals, result),
    totals,
    cases: result.results.map((each) => reportedCase(each, redactor, base)),
    uncovered: result.uncovered.map(redactor.text),
    snapshots: {
      written: snapshots.written,
      updated: snapshots.updated,
      removed: snapshots.removed,
      obsolete: snapshots.obsolete.map(({ file, name }) => ({
        file: redactor.text(displayPath(file, base)),
        ...(name === undefined ? {} : { name: redactor.text(name) }),
      })),
    },
    problems: problems.map((problem) => reportedProblem(problem, redactor, base)),
    ...(shard === undefined ? {} : { shard }),
    ...(stopped === undefined ? {} : { stopped: { reason: redactor.text(stopped.reason) } }),
  };
}

/** One case alone, as it comes. */
export function toReportedCase(result: CaseResult, { base, secrets }: SuiteReportOptions): ReportedCase {
  return reportedCase(result, createRedactor(secrets), base);
}

/** Counts results. */
export function totalsOf(results: readonly Pick<CaseResult, 'status'>[]): SuiteTotals {
  const count = (...wanted: CaseResult['status'][]): number =>
    results.filter(({ status }) => wanted.includes(status)).length;
  return {
    total: results.length,
    passed: count('passed'),
    failed: count('failed', 'not-run'),
    flaky: count('flaky'),
    skipped: count('skipped'),
    stopped: count('stopped'),
  };
}

function verdictOf(
  { failed, stopped, flaky }: SuiteTotals,
  { stopped: end, failsOnFlaky, problems }: SuiteResult,
): SuiteReport['verdict'] {
  const hasFailed =
    failed > 0 || stopped > 0 || end !== undefined || problems.length > 0 || (failsOnFlaky && flaky > 0);
  return hasFailed ? 'failed' : 'passed';
}

function reportedCase(result: CaseResult, redactor: Redactor, base: string): ReportedCase {
  const { case: suiteCase, id, status } = result;
  const { text } = redactor;
  const facts = {
    id: text(id),
    name: text(suiteCase.name),
    function: text(suiteCase.function),
    ...placeOf(result, redactor, base),
    tags: suiteCase.tags.map(text),
  };
  const unread = async (): Promise<CaseTexts> => ({});
  switch (status) {
    case 'skipped':
    case 'stopped':
      return { ...facts, status, reason: text(result.reason), findings: [], texts: unread };
    case 'not-run': {
      const diagnostic = reportedProblem(result.diagnostic, redactor, base);
      return { ...facts, status, diagnostic, findings: [], texts: unread };
    }
    default: {
      const { attempts } = result;
      const last = attempts[attempts.length - 1] ?? attempts[0];
      return {
        ...facts,
        status,
        ...attemptFacts(last),
        attempts: attempts.length,
        findings: findingsOf(attempts).map(({ path, message, diff }) => {
          const place = suiteCase.origin.of(path);
          return {
            message: text(message),
            path: text(pointer(path)),
            ...(diff === undefined ? {} : { diff: text(diff) }),
            ...(place === undefined ? {} : reportedPlace(place, redactor, base)),
          } satisfies ReportedFinding;
        }),
        ...reportedError(last, redactor, base),
        texts: () => textsOf(last, redactor),
      };
    }
  }
}

function attemptFacts(attempt: CaseAttempt) {
  const { invocation, durationMs, durationsMs, initDurationMs, isCold, maxMemoryUsedMiB } = attempt;
  const { startedAtMs, worker, requestId } = attempt;
  return {
    invocation,
    durationMs: rounded(durationMs),
    ...(durationsMs === undefined ? {} : { durationsMs: durationsMs.map(rounded) }),
    ...(initDurationMs === undefined ? {} : { initDurationMs: rounded(initDurationMs) }),
    isCold,
    maxMemoryUsedMiB,
    startedAtMs,
    worker,
    requestId,
  };
}

/** Those of the last attempt that failed. */
function findingsOf(attempts: CaseAttempts): CaseAttempt['findings'] {
  return attempts.findLast(({ findings }) => findings.length > 0)?.findings ?? [];
}

function reportedError({ error }: CaseAttempt, redactor: Redactor, base: string): Pick<ReportedCase, 'error'> {
  if (error === undefined) return {};
  const { location } = error;
  return {
    error: {
      type: redactor.text(error.type),
      message: redactor.text(error.message),
      ...(location === undefined ? {} : { location: reportedPlace(location, redactor, base) }),
      trace: error.trace.map(redactor.text),
    },
  };
}

async function textsOf({ event, response, log }: CaseAttempt, redactor: Redactor): Promise<CaseTexts> {
  return {
    event: await readText(event, redactor),
    response: await readText(response, redactor),
    log: await readText(log, redactor),
  };
}

/**
 * Where a case is written: its line only where something is to be mended, because a large file has to be parsed again for it.
 */
function placeOf({ case: { origin }, status }: CaseResult, redactor: Redactor, base: string): Partial<ReportedPlace> {
  const isToMend = status === 'failed' || status === 'flaky' || status === 'not-run';
  const place =
    (isToMend ? origin.of([]) : undefined) ?? (origin.file === undefined ? undefined : { file: origin.file });
  return place === undefined ? {} : reportedPlace(place, redactor, base);
}

function reportedProblem({ code, message, hint, location }: Diagnostic, redactor: Redactor, base: string) {
  return {
    code,
    message: redactor.text(message),
    ...(hint === undefined ? {} : { hint: redactor.text(hint) }),
    ...(location === undefined ? {} : { location: reportedPlace(location, redactor, base) }),
  } satisfies ReportedProblem;
}

function reportedPlace({ file, line, column }: SourceLocation, { text }: Redactor, base: string): ReportedPlace {
  return {
    file: text(displayPath(file, base)),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** A path as a JSON Pointer (RFC 6901). */
function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Rounds to two decimals, like the REPORT line. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
