import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { EarlierDuration } from '../../suite/shards/case-costs.js';
import { type ReportKind, settleTargets } from '../files/report-target.js';
import { systemErrorOf } from '../files/system-error.js';
import { writeReportStream } from '../files/write-report.js';
import { renderSuiteJunit } from '../junit/suite/render-suite-junit.js';
import { createRedactor } from '../secrets/redactor.js';
import { renderSuiteJson } from './render-suite-json.js';
import type { SuiteReport } from './suite-report.js';

/** What the renderings of a suite need besides its report. */
export interface SuiteFacts {
  /** The version of invoke-local. */
  readonly toolVersion: string;
  /** The service's folder. Absolute. */
  readonly serviceFolder: string;
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** The values that must not stand in a report. */
  readonly secrets: readonly string[];
  /** What cases took in earlier results, where there are any. */
  readonly earlier?: readonly Pick<EarlierDuration, 'id' | 'durationMs'>[];
  /** The file of the JSON report, as messages name it, where one is asked for. */
  readonly jsonFile?: string;
}

/** Gives a report in pieces. */
type Renderer = (report: SuiteReport, facts: SuiteFacts) => AsyncIterable<string>;

const renderers: Readonly<Record<ReportKind, Renderer>> = {
  'report-json': (report, { toolVersion }) => renderSuiteJson(report, toolVersion),
  'report-junit': (report, { base, serviceFolder, secrets }) =>
    renderSuiteJunit(report, { base, serviceFolder, redact: createRedactor(secrets).text }),
  'report-html': htmlOf,
};

/** Why a report could not be written. */
export interface UnwrittenReport extends Diagnostic {
  readonly kind: ReportKind;
}

/** The reports of a suite that were asked for. */
export interface AskedSuiteReports {
  /** @throws UserError if a report can't be written to the path that was asked for; nothing must be run then */
  check(): void;
  /** The paths of those that have one which can be written to. Absolute. */
  readonly paths: { readonly [kind in ReportKind]?: string };
  /** Writes them. Returns an error for each one that could not be written. */
  write(report: SuiteReport, facts: Omit<SuiteFacts, 'base' | 'jsonFile'>): Promise<UnwrittenReport[]>;
}

/**
 * Decides where the reports of a suite go, before anything is run.
 * @param paths relative to `base` or absolute; an empty one counts as none
 * @param base the folder that paths and places are relative to. Absolute.
 * @param nameOf how messages name what asked for a report: "The input `report-json`"
 */
export function askForSuiteReports(
  paths: { readonly [kind in ReportKind]?: string },
  base: string,
  nameOf: (kind: ReportKind) => string,
): AskedSuiteReports {
  const kinds = Object.keys(renderers) as ReportKind[];
  const asked = Object.fromEntries(kinds.flatMap((kind) => (paths[kind] ? [[kind, paths[kind]]] : [])));
  const { targets, refusal } = settleTargets(asked, base, nameOf);
  return {
    paths: Object.fromEntries(Object.entries(targets).map(([kind, { path }]) => [kind, path])),
    check() {
      if (refusal !== undefined) throw refusal;
    },
    async write(report, facts) {
      const problems: UnwrittenReport[] = [];
      const json = targets['report-json'];
      const jsonFile = json === undefined ? {} : { jsonFile: displayPath(json.path, base) };
      for (const kind of kinds) {
        const target = targets[kind];
        if (target === undefined) continue;
        try {
          await writeReportStream(target, renderers[kind](report, { ...facts, base, ...jsonFile }));
        } catch (error) {
          problems.push({
            kind,
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

/** The page, whose code is loaded for it alone. */
async function* htmlOf(
  report: SuiteReport,
  { toolVersion, secrets, earlier, jsonFile }: SuiteFacts,
): AsyncGenerator<string> {
  const { renderHtmlReport } = await import('../html/report-html.js');
  yield* renderHtmlReport(report, {
    toolVersion,
    redact: createRedactor(secrets).text,
    ...(earlier === undefined ? {} : { earlier: new Map(earlier.map(({ id, durationMs }) => [id, durationMs])) }),
    ...(jsonFile === undefined ? {} : { whole: `in the file ${jsonFile}` }),
  });
}
