import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { InvocationReport } from '../invocation-report.js';
import { type ReportKind, settleTargets } from './report-target.js';

/** What a report needs besides the invocation. */
export interface ReportFacts {
  /** The values that must not stand in a report. */
  readonly secrets: readonly string[];
  /** The version of invoke-local. */
  readonly toolVersion: () => string;
}

/** The reports that were asked for. */
export interface AskedReports {
  /** @throws UserError if a report can't be written to the path that was asked for; nothing must be invoked then */
  check(): void;
  /** Writes the reports. Returns an error for each one that could not be written. */
  write(invocation: InvocationReport, facts: ReportFacts): Promise<readonly Diagnostic[]>;
}

/**
 * Decides where the reports go, before the handler runs.
 * @param paths relative to `base` or absolute
 * @param base the folder that places are told relative to. Absolute.
 * @param nameOf how messages name what asked for a report: "The input `report-json`"
 */
export function askForReports(
  paths: { readonly [kind in ReportKind]?: string },
  base: string,
  nameOf: (kind: ReportKind) => string,
): AskedReports {
  const { targets, refusal } = settleTargets(paths, base, nameOf);
  return {
    check() {
      if (refusal !== undefined) throw refusal;
    },
    async write(invocation, { secrets, toolVersion }) {
      if (Object.keys(targets).length === 0) return [];
      const { writeReports } = await import('./write-reports.js');
      return writeReports({ reports: [invocation], targets, secrets, base, toolVersion: toolVersion() });
    },
  };
}
