import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { type ReportKind, settleTargets } from '../files/report-target.js';
import { systemErrorOf } from '../files/system-error.js';
import { writeReportStream } from '../files/write-report.js';
import { renderSuiteJson } from './render-suite-json.js';
import type { SuiteReport } from './suite-report.js';

/** The kinds of reports of a suite. */
type SuiteReportKind = Extract<ReportKind, 'report-json'>;

/** Gives a report in pieces. */
type Renderer = (report: SuiteReport, toolVersion: string) => AsyncIterable<string>;

const renderers: Readonly<Record<SuiteReportKind, Renderer>> = {
  'report-json': renderSuiteJson,
};

/** The reports of a suite that were asked for. */
export interface AskedSuiteReports {
  /** Writes them. Returns an error for each one that could not be written. */
  write(report: SuiteReport, toolVersion: string): Promise<Diagnostic[]>;
}

/**
 * Decides where the reports of a suite go, before anything is run.
 * @param paths relative to `base` or absolute; an empty one counts as none
 * @param base the folder that paths are relative to. Absolute.
 * @param nameOf how messages name what asked for a report: "The input `report-json`"
 * @throws UserError where a report can't be written to its path
 */
export function askForSuiteReports(
  paths: { readonly [kind in SuiteReportKind]?: string },
  base: string,
  nameOf: (kind: ReportKind) => string,
): AskedSuiteReports {
  const kinds = Object.keys(renderers) as SuiteReportKind[];
  const asked = Object.fromEntries(kinds.flatMap((kind) => (paths[kind] ? [[kind, paths[kind]]] : [])));
  const { targets, refusal } = settleTargets(asked, base, nameOf);
  if (refusal !== undefined) throw refusal;
  return {
    async write(report, toolVersion) {
      const problems: Diagnostic[] = [];
      for (const kind of kinds) {
        const target = targets[kind];
        if (target === undefined) continue;
        try {
          await writeReportStream(target, renderers[kind](report, toolVersion));
        } catch (error) {
          problems.push({
            severity: 'error',
            code: 'report-unwritten',
            message: `The report of \`${kind}\` could not be written to ${displayPath(target.path, base)}: ${systemErrorOf(error).reason}.`,
            hint: 'Name a path that this process may write to. The results are still reported elsewhere.',
          });
        }
      }
      return problems;
    },
  };
}
