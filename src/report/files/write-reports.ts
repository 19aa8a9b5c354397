import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { InvocationReport } from '../invocation-report.js';
import { renderJsonReport } from '../json/render-json-report.js';
import { renderJunitReport } from '../junit/render-junit-report.js';
import { redactReport } from '../secrets/redact-report.js';
import { createRedactor } from '../secrets/redactor.js';
import type { ReportKind, ReportTarget, ReportTargets } from './report-target.js';
import { systemErrorOf } from './system-error.js';
import { writeReport } from './write-report.js';

/** What is needed to write the reports. */
export interface WriteReportsOptions {
  readonly reports: readonly InvocationReport[];
  readonly targets: ReportTargets;
  /** The values that must not stand in a report. */
  readonly secrets: readonly string[];
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** The version of invoke-local. */
  readonly toolVersion: string;
}

/** Writes the reports that were asked for. Returns an error for each one that could not be written. */
export function writeReports({ reports, targets, secrets, base, toolVersion }: WriteReportsOptions): Diagnostic[] {
  const redacted = reports.map((report) => redactReport(report, secrets));
  const renderers: Readonly<Record<ReportKind, () => string>> = {
    'report-json': () => renderJsonReport(redacted, { base, toolVersion }),
    'report-junit': () => renderJunitReport(redacted, { base, redact: createRedactor(secrets).text }),
  };
  return (Object.entries(targets) as [ReportKind, ReportTarget][]).flatMap(([kind, target]) => {
    try {
      writeReport(target, renderers[kind]());
      return [];
    } catch (error) {
      return [unwritten(kind, displayPath(target.path, base), error)];
    }
  });
}

function unwritten(kind: ReportKind, path: string, error: unknown): Diagnostic {
  const { reason } = systemErrorOf(error);
  return {
    severity: 'error',
    code: 'report-unwritten',
    message: `The report of \`${kind}\` could not be written to ${path}: ${reason}.`,
    hint: 'Name a path that this process may write to. The result of the invocation is still reported elsewhere.',
  };
}
