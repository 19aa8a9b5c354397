import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { ShownCalls } from '../report/calls/seen-calls.js';
import type { InvocationReport } from '../report/invocation-report.js';
import { renderSummary } from '../report/markdown/render-summary.js';
import { isFailure } from '../report/markdown/text/status-words.js';
import { createRedactor } from '../report/secrets/redactor.js';
import type { SummaryMode } from './inputs.js';
import { openSummaryFile } from './summary-file.js';

/** Where to find the whole of what is cut. */
const WHEREABOUTS = {
  event: 'what the step was given',
  response: 'in the file that the output `output-file` names',
  error: 'in the output `error`',
  log: 'in the log of the step, and in the file that the output `log-file` names',
};

/** What the step's part of the summary page is made from. */
export interface JobSummaryOptions {
  readonly reports: readonly InvocationReport[];
  /** The calls to AWS, where they were seen. */
  readonly calls?: ShownCalls;
  readonly mode: SummaryMode;
  /** The file that `GITHUB_STEP_SUMMARY` names; '' or absent if the runner wants no summary. */
  readonly file: string | undefined;
  /** The values that it must not contain. */
  readonly secrets: readonly string[];
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  readonly report: ReportDiagnostic;
}

/** Adds the step's part to the summary page, if it should have one, within the room that the file has. */
export function writeJobSummary({ reports, calls, mode, file, secrets, workspace, report }: JobSummaryOptions): void {
  if (file === undefined || file === '' || mode === 'never') return;
  if (mode === 'failures' && !reports.some(isFailure)) return;
  try {
    using summary = openSummaryFile(file);
    const { text: redact } = createRedactor(secrets);
    const options = { redact, workspace, whereabouts: WHEREABOUTS, calls, maxBytes: summary.room };
    summary.append(renderSummary(reports, options));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ severity: 'warning', code: 'summary-unwritten', message: `The summary could not be written: ${reason}` });
  }
}
