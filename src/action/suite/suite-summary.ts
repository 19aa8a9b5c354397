import type { Diagnostic, ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import type { ShownCalls } from '../../report/calls/seen-calls.js';
import { renderPlanSummary } from '../../report/markdown/suite/render-plan-summary.js';
import { renderSuiteSummary } from '../../report/markdown/suite/render-suite-summary.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import type { SuitePlan } from '../../report/suite/plan-suite.js';
import type { SuiteReport } from '../../report/suite/suite-report.js';
import type { SummaryMode } from '../inputs.js';
import { openSummaryFile } from '../summary-file.js';

const inResults = 'in the file that the output `results-file` names';

/** Where to find the whole of what is cut. */
const WHEREABOUTS = { event: inResults, response: inResults, error: inResults, log: inResults };

/** What the suite's part of the summary page is made from. */
export interface SuiteSummaryStep {
  readonly report: SuiteReport;
  /** Set where shards were planned, and nothing was run. */
  readonly plan?: SuitePlan;
  /** Our own messages. */
  readonly diagnostics: readonly Diagnostic[];
  /** The share of the code that ran, in one line; absent where it was not measured. */
  readonly coverage?: string | undefined;
  /** The calls to AWS, where they were seen. */
  readonly calls?: ShownCalls;
  readonly mode: SummaryMode;
  /** The file that `GITHUB_STEP_SUMMARY` names; '' or absent if the runner wants no summary. */
  readonly file: string | undefined;
  /** The values that it must not contain. */
  readonly secrets: readonly string[];
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  /** Takes what could not be written. */
  readonly onUnwritten: ReportDiagnostic;
}

/** Adds the suite's part to the summary page, if it should have one, within the room that the file has. */
export async function writeSuiteSummary(step: SuiteSummaryStep): Promise<void> {
  const { report, plan, diagnostics, coverage, calls, mode, file, secrets, workspace, onUnwritten } = step;
  if (file === undefined || file === '' || mode === 'never') return;
  const hasFailed = report.verdict === 'failed' || diagnostics.some(({ severity }) => severity === 'error');
  if (mode === 'failures' && !hasFailed) return;
  try {
    using summary = openSummaryFile(file);
    const { text: redact } = createRedactor(secrets);
    const options = {
      redact,
      workspace,
      whereabouts: WHEREABOUTS,
      diagnostics,
      coverage,
      calls,
      maxBytes: summary.room,
    };
    summary.append(plan === undefined ? await renderSuiteSummary(report, options) : renderPlanSummary(plan, options));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    onUnwritten({
      severity: 'warning',
      code: 'summary-unwritten',
      message: `The summary could not be written: ${reason}`,
    });
  }
}
