import { closeSync, constants, fstatSync, openSync, writeFileSync } from 'node:fs';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { InvocationReport } from '../report/invocation-report.js';
import { renderSummary } from '../report/markdown/render-summary.js';
import { isFailure } from '../report/markdown/text/status-words.js';
import { createRedactor } from '../report/secrets/redactor.js';
import type { SummaryMode } from './inputs.js';

/**
 * GitHub drops the summary of a step as a whole where it has more bytes than these:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const LARGEST_SUMMARY_BYTES = 1024 * 1024;

/** Where the whole of what is cut is. */
const WHEREABOUTS = {
  event: 'what the step was given',
  response: 'in the file that the output `output-file` names',
  error: 'in the output `error`',
  log: 'in the log of the step, and in the file that the output `log-file` names',
};

/** What the step's part of the run's page is written from. */
export interface JobSummaryOptions {
  readonly reports: readonly InvocationReport[];
  readonly mode: SummaryMode;
  /** The file that `GITHUB_STEP_SUMMARY` names; '' or absent where nobody asks for a summary. */
  readonly file: string | undefined;
  /** The values that must not stand in it. */
  readonly secrets: readonly string[];
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  readonly report: ReportDiagnostic;
}

/** Adds the step's part to the page of the run, if it is to have one, within what the file has room for. */
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

/** Appends to a file what `render` makes for the room that is left in it; never through a link. */
function append(file: string, render: (maxBytes: number) => string): void {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const descriptor = openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o644);
  try {
    const { size } = fstatSync(descriptor);
    // What stands there may end within a line.
    const gap = size === 0 ? '' : '\n\n';
    const markdown = render(LARGEST_SUMMARY_BYTES - size - gap.length);
    if (markdown !== '') writeFileSync(descriptor, gap + markdown);
  } finally {
    closeSync(descriptor);
  }
}
