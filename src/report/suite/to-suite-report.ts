import type { CaseResult } from '../../suite/case-result.js';
import { countComparisons, failsByComparison } from '../../suite/comparison/comparison.js';
import type { SuiteResult } from '../../suite/suite-result.js';
import { type ReportContext, reportContext, reportedProblem, rounded } from './report-context.js';
import { reportedCase } from './reported-case.js';
import { reportedCaseComparison, reportedComparison } from './reported-comparison.js';
import type { ReportedCase, SuiteReport, SuiteTotals } from './suite-report.js';

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
  const context = reportContext(base, secrets);
  const { text, fileText } = context;
  const totals = totalsOf(result.results);
  const { snapshots, problems, remarks, shard, stopped, comparison, containment } = result;
  return {
    version: 1,
    startedAt: new Date(result.startedAtMs).toISOString(),
    durationMs: rounded(result.durationMs),
    concurrency: result.concurrency,
    verdict: verdictOf(totals, result),
    ...(containment === undefined ? {} : { containment }),
    totals,
    cases: result.results.map((each) => ({
      ...reportedCase(each, context),
      ...reportedCaseComparison(comparison?.cases.get(each.id), context),
    })),
    uncovered: result.uncovered.map(text),
    snapshots: {
      written: snapshots.written,
      updated: snapshots.updated,
      removed: snapshots.removed,
      obsolete: snapshots.obsolete.map(({ file, name }) => ({
        file: fileText(file),
        ...(name === undefined ? {} : { name: text(name) }),
      })),
    },
    problems: problems.map((problem) => reportedProblem(problem, context)),
    ...(remarks === undefined ? {} : { remarks: remarks.map((remark) => reportedProblem(remark, context)) }),
    ...(shard === undefined ? {} : { shard }),
    ...(comparison === undefined ? {} : { comparison: reportedComparison(comparison) }),
    ...(stopped === undefined ? {} : { stopped: { reason: text(stopped.reason) } }),
  };
}

/**
 * Reports cases alone, as they come.
 * @param options its secrets may grow
 */
export function createCaseReporter({ base, secrets }: SuiteReportOptions): (result: CaseResult) => ReportedCase {
  let context: ReportContext | undefined;
  let knownSecrets = 0;
  return (result) => {
    if (secrets.length !== knownSecrets) context = undefined;
    knownSecrets = secrets.length;
    context ??= reportContext(base, secrets);
    return reportedCase(result, context);
  };
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
  { stopped: end, failsOnFlaky, problems, comparison }: SuiteResult,
): SuiteReport['verdict'] {
  const casesFail =
    comparison === undefined || comparison.failOn === 'failures'
      ? failed > 0
      : failsByComparison(comparison.failOn, countComparisons(comparison.cases.values()));
  const hasFailed = casesFail || stopped > 0 || end !== undefined || problems.length > 0 || (failsOnFlaky && flaky > 0);
  return hasFailed ? 'failed' : 'passed';
}
