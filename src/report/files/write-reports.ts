import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { HtmlReportOptions } from '../html/report-html.js';
import type { InvocationReport } from '../invocation-report.js';
import { renderJsonReport } from '../json/render-json-report.js';
import { renderJunitReport } from '../junit/render-junit-report.js';
import { redactReport } from '../secrets/redact-report.js';
import { createRedactor } from '../secrets/redactor.js';
import type { ReportKind, ReportTarget, ReportTargets } from './report-target.js';
import { systemErrorOf } from './system-error.js';
import { writeReport, writeReportStream } from './write-report.js';

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
export async function writeReports(options: WriteReportsOptions): Promise<Diagnostic[]> {
  const { reports, targets, secrets, base, toolVersion } = options;
  const redacted = reports.map((report) => redactReport(report, secrets));
  const { text: redact } = createRedactor(secrets);
  const renderers: Readonly<Record<ReportKind, () => string | AsyncIterable<string>>> = {
    'report-json': () => renderJsonReport(redacted, { base, toolVersion }),
    'report-junit': () => renderJunitReport(redacted, { base, redact }),
    'report-html': () => htmlOf(redacted, base, { redact, toolVersion }),
  };
  const problems: Diagnostic[] = [];
  for (const [kind, target] of Object.entries(targets) as [ReportKind, ReportTarget][]) {
    try {
      const report = renderers[kind]();
      if (typeof report === 'string') writeReport(target, report);
      else await writeReportStream(target, report);
    } catch (error) {
      problems.push(unwritten(kind, displayPath(target.path, base), error));
    }
  }
  return problems;
}

/** The page, whose code is loaded for it alone. */
async function* htmlOf(
  reports: readonly InvocationReport[],
  base: string,
  options: HtmlReportOptions,
): AsyncGenerator<string> {
  const [{ invocationSuite }, { renderHtmlReport }] = await Promise.all([
    import('../html/invocation-suite.js'),
    import('../html/report-html.js'),
  ]);
  yield* renderHtmlReport(invocationSuite(reports, base), options);
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
