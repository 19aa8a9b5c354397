import { closeSync, constants, fstatSync, openSync, writeFileSync } from 'node:fs';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { InvocationReport } from '../report/invocation-report.js';
import { renderSummary } from '../report/markdown/render-summary.js';
import { isFailure } from '../report/markdown/text/status-words.js';
import { createRedactor } from '../report/secrets/redactor.js';
import type { SummaryMode } from './inputs.js';

/**
 * GitHub drops the whole summary of a step if it is larger than this, in bytes:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const LARGEST_SUMMARY_BYTES = 1024 * 1024;

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
export function writeJobSummary({ reports, mode, file, secrets, workspace, report }: JobSummaryOptions): void {
  if (file === undefined || file === '' || mode === 'never') return;
  if (mode === 'failures' && !reports.some(isFailure)) return;
  try {
    append(file, (maxBytes) =>
      renderSummary(reports, { redact: createRedactor(secrets).text, workspace, whereabouts: WHEREABOUTS, maxBytes }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ severity: 'warning', code: 'summary-unwritten', message: `The summary could not be written: ${reason}` });
  }
}

/** Appends to a file what `render` returns for the room that is left in it. It never follows a link. */
function append(file: string, render: (maxBytes: number) => string): void {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const descriptor = openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o644);
  try {
    const { size } = fstatSync(descriptor);
    // What is there already may end without a newline.
    const gap = size === 0 ? '' : '\n\n';
    const markdown = render(LARGEST_SUMMARY_BYTES - size - gap.length);
    if (markdown !== '') writeFileSync(descriptor, gap + markdown);
  } finally {
    closeSync(descriptor);
  }
}
