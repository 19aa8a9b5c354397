import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { SuitePlan } from '../../report/suite/plan-suite.js';
import type { SuiteReport } from '../../report/suite/suite-report.js';
import { type SuiteReportOptions, toSuiteReport } from '../../report/suite/to-suite-report.js';
import type { CaseResult } from '../../suite/case-result.js';
import type { ChosenCases } from '../../suite/run/choose-cases.js';
import type { SuiteResult } from '../../suite/suite-result.js';
import type { Cancellation } from '../cancellation.js';
import type { SuiteOutcome } from './suite-outcome.js';

/** What is known of a run while it runs, so that one that does not come to its end is reported with what it has. */
export interface RunSoFar {
  /** Set once the cases are chosen. */
  chosen?: ChosenCases | undefined;
  readonly results: Map<string, CaseResult>;
  readonly startedAtMs: number;
}

/** What the work of a step came to. */
export type SuiteWork =
  | { readonly kind: 'ran'; readonly result: SuiteResult }
  | { readonly kind: 'merged'; readonly report: SuiteReport }
  | { readonly kind: 'planned'; readonly plan: SuitePlan };

/**
 * Runs a suite and returns how it ended. It never throws. A cancelled run is given up when its time is over.
 * @param options how the report is made; its secrets are read when the run is over
 */
export async function attemptSuite(
  work: () => Promise<SuiteWork>,
  soFar: RunSoFar,
  cancellation: Cancellation,
  options: SuiteReportOptions,
): Promise<SuiteOutcome> {
  type Settled = { readonly done: SuiteWork } | { readonly error: unknown };
  const attempted: Promise<Settled> = work().then(
    (done) => ({ done }),
    (error: unknown) => ({ error }),
  );
  const settled = await Promise.race([attempted, cancellation.overdue]);
  const signal = cancellation.received();
  if (signal !== undefined) {
    const done = settled !== undefined && 'done' in settled ? settled.done : undefined;
    const result = done?.kind === 'ran' ? done.result : unfinished(soFar, 'it was cancelled', []);
    return { kind: 'cancelled', signal, report: toSuiteReport(result, options) };
  }
  const { done, error } = { done: undefined, error: undefined, ...(settled ?? (await attempted)) };
  if (done?.kind === 'ran') return { kind: 'ran', report: toSuiteReport(done.result, options) };
  if (done?.kind === 'merged') return { kind: 'ran', report: done.report };
  if (done?.kind === 'planned') {
    const nothing = { ...soFar, chosen: undefined };
    return { kind: 'planned', plan: done.plan, report: toSuiteReport(unfinished(nothing, undefined, []), options) };
  }
  if (error instanceof UserError) {
    return { kind: 'refused', report: toSuiteReport(unfinished(soFar, undefined, [error.diagnostic]), options) };
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [message = ''] = details.split('\n');
  const defect: Diagnostic = { severity: 'error', code: 'defect', message: `A defect of invoke-local: ${message}` };
  const report = toSuiteReport(unfinished(soFar, 'invoke-local has a defect', [defect]), options);
  return { kind: 'defect', details, report };
}

/** The result of a run that did not come to its end: the cases without a result were stopped. */
function unfinished(
  { chosen, results, startedAtMs }: RunSoFar,
  reason: string | undefined,
  problems: readonly Diagnostic[],
): SuiteResult {
  const all = (chosen?.cases ?? []).map(
    ({ id, case: suiteCase }): CaseResult =>
      results.get(id) ?? {
        id,
        case: suiteCase,
        status: 'stopped',
        reason: `the run was stopped: ${reason ?? 'nothing was run'}`,
      },
  );
  return {
    results: all,
    uncovered: chosen?.uncovered ?? [],
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems,
    startedAtMs,
    durationMs: Date.now() - startedAtMs,
    concurrency: 1,
    failsOnFlaky: false,
    ...(reason === undefined ? {} : { stopped: { reason } }),
    ...(chosen?.shard === undefined ? {} : { shard: chosen.shard }),
  };
}
