import type { ComparisonKind } from '../../../suite/comparison/comparison.js';
import type { ReportedCase, ReportedProblem, ReportedSnapshots, SuiteReport, SuiteTotals } from '../suite-report.js';

/**
 * Adds the reports of the parts of a suite up to one of the whole, as if one machine with all their workers had run it.
 * @param reports in the order of their shards
 * @param problems what keeps them from being the whole; with any the verdict is `failed`
 */
export function mergeReports(reports: readonly SuiteReport[], problems: readonly ReportedProblem[]): SuiteReport {
  const starts = reports.map(({ startedAt }) => Date.parse(startedAt));
  const startMs = Math.min(...starts);
  const endMs = Math.max(...reports.map(({ durationMs }, index) => (starts[index] ?? 0) + durationMs));
  const allProblems = [...problems, ...withoutRepeats(reports.flatMap((report) => report.problems))];
  const stopped = reports.flatMap(({ stopped: end, shard }) =>
    end === undefined ? [] : [`shard ${shard?.index}: ${end.reason}`],
  );
  const remarks = withoutRepeats(reports.flatMap((report) => report.remarks ?? []));
  const hasFailed = allProblems.length > 0 || reports.some(({ verdict }) => verdict === 'failed');
  return {
    version: 1,
    startedAt: new Date(reports.length === 0 ? 0 : startMs).toISOString(),
    durationMs: reports.length === 0 ? 0 : endMs - startMs,
    concurrency: Math.max(
      1,
      sum(reports, ({ concurrency }) => concurrency),
    ),
    verdict: hasFailed ? 'failed' : 'passed',
    ...leastContained(reports),
    totals: totalsOf(reports),
    cases: mergeCases(reports),
    uncovered: [...new Set(reports.flatMap(({ uncovered }) => uncovered))],
    snapshots: mergeSnapshots(reports),
    problems: allProblems,
    ...(remarks.length === 0 ? {} : { remarks }),
    ...mergeComparisons(reports),
    ...(stopped.length === 0 ? {} : { stopped: { reason: stopped.join('; ') } }),
  };
}

function totalsOf(reports: readonly SuiteReport[]): SuiteTotals {
  const of = (kind: keyof SuiteTotals): number => sum(reports, ({ totals }) => totals[kind]);
  return {
    total: of('total'),
    passed: of('passed'),
    failed: of('failed'),
    flaky: of('flaky'),
    skipped: of('skipped'),
    stopped: of('stopped'),
  };
}

/** How the functions of the part were contained that was contained least. */
function leastContained(reports: readonly SuiteReport[]): Pick<SuiteReport, 'containment'> {
  const all = reports.flatMap(({ containment }) => containment ?? []);
  const [least] = all.toSorted((one, other) => other.open.length - one.open.length);
  return least === undefined ? {} : { containment: least };
}

/** The comparison of all; none where they were not all compared with the same commit. */
function mergeComparisons(reports: readonly SuiteReport[]): Pick<SuiteReport, 'comparison'> {
  const comparisons = reports.flatMap(({ comparison }) => comparison ?? []);
  const [first] = comparisons;
  if (first === undefined || comparisons.length < reports.length) return {};
  const isOne = comparisons.every(({ commit, failOn }) => commit === first.commit && failOn === first.failOn);
  if (!isOne) return {};
  const of = (kind: ComparisonKind): number => comparisons.reduce((sum, { counts }) => sum + counts[kind], 0);
  const counts = {
    same: of('same'),
    changed: of('changed'),
    fixed: of('fixed'),
    broken: of('broken'),
    new: of('new'),
    unknown: of('unknown'),
  };
  return { comparison: { ...first, counts } };
}

/** All cases, by their places in their files, and with a number of its own for each worker of each machine. */
function mergeCases(reports: readonly SuiteReport[]): ReportedCase[] {
  let before = 0;
  const cases: ReportedCase[] = [];
  for (const { cases: own, concurrency } of reports) {
    for (const each of own) {
      cases.push(each.worker === undefined ? each : { ...each, worker: before + each.worker });
    }
    before += concurrency;
  }
  return cases.sort(byPlace);
}

const collator = new Intl.Collator('en', { numeric: true });

function byPlace(one: ReportedCase, other: ReportedCase): number {
  const file = collator.compare(one.file ?? '', other.file ?? '');
  if (file !== 0) return file;
  return (one.line ?? 0) - (other.line ?? 0) || collator.compare(one.id, other.id);
}

/** Snapshots are the same files on every machine, of which each writes those of its own cases. */
function mergeSnapshots(reports: readonly SuiteReport[]): ReportedSnapshots {
  return {
    written: sum(reports, ({ snapshots }) => snapshots.written),
    updated: sum(reports, ({ snapshots }) => snapshots.updated),
    removed: Math.max(0, ...reports.map(({ snapshots }) => snapshots.removed)),
    obsolete: withoutRepeats(reports.flatMap(({ snapshots }) => snapshots.obsolete)),
  };
}

function withoutRepeats<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function sum(reports: readonly SuiteReport[], of: (report: SuiteReport) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}
