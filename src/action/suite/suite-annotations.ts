import { resolve } from 'node:path';
import type { Severity, SourceLocation } from '../../diagnostics/diagnostic.js';
import { placeOfCase } from '../../report/suite/case-words.js';
import { groupBy } from '../../report/suite/group-by.js';
import type { ReportedCase, ReportedPlace, SuiteReport } from '../../report/suite/suite-report.js';
import { casesToBlame } from '../../report/suite/to-blame.js';
import { cutText } from '../../report/text/cut-middle.js';
import { type Annotation, LONGEST_ANNOTATION, locationProperties } from '../annotations.js';

/** The longest title and the longest diff in an annotation, in UTF-16 units. */
const longestTitle = 200;
const longestDiff = 1_500;
/** How many names an annotation lists. */
const mostNames = 20;

/** What decides how the failed cases of a suite are annotated. */
export interface CaseAnnotationOptions {
  readonly severity: Severity;
  /** How many annotations there may be. */
  readonly most: number;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
}

/**
 * The annotations for the cases that failed, each at its own line; failures of distinct functions come first. Where there is room,
 * the lines of handlers that threw are annotated too. Of those that there is no room for, the last one has the count.
 */
export function caseAnnotations(
  report: SuiteReport,
  { severity, most, workspace }: CaseAnnotationOptions,
): Annotation[] {
  const failed = inTurn(casesToBlame(report));
  if (failed.length === 0 || most <= 0) return [];
  if (failed.length > most) {
    const shown = failed.slice(0, most - 1);
    const rest = failed.slice(most - 1);
    return [
      ...shown.map((each) => caseAnnotation(each, severity, workspace)),
      annotation(severity, `And ${rest.length} more`, namesOf(rest), undefined, workspace),
    ];
  }
  return [
    ...failed.map((each) => caseAnnotation(each, severity, workspace)),
    ...handlerAnnotations(failed, severity, workspace).slice(0, most - failed.length),
  ];
}

/** One case of each function in turn, until none is left. */
function inTurn(cases: readonly ReportedCase[]): ReportedCase[] {
  const queues = [...groupBy(cases, ({ function: name }) => name).values()];
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue.slice(turn, turn + 1))).flat();
}

function caseAnnotation(each: ReportedCase, severity: Severity, workspace: string): Annotation {
  const { findings, diagnostic, error, comparison } = each;
  const lines = [
    ...(comparison?.message === undefined || findings.length > 0 ? [] : [comparison.message]),
    ...(comparison?.diff === undefined || findings.length > 0 ? [] : [cutText(comparison.diff, longestDiff)]),
    ...findings.map(({ message }) => message),
    ...findings.slice(0, 1).flatMap(({ diff }) => (diff ? [cutText(diff, longestDiff)] : [])),
    ...(diagnostic === undefined ? [] : [diagnostic.message, diagnostic.hint ?? '']),
    ...(error === undefined ? [] : [`${error.type}: ${error.message}`]),
  ];
  const message = lines.filter((line) => line !== '').join('\n') || 'failed';
  return annotation(severity, titleOf(each), message, placeOfCase(each), workspace);
}

/** The lines of handlers that threw unexpectedly, each once. */
function handlerAnnotations(failed: readonly ReportedCase[], severity: Severity, workspace: string): Annotation[] {
  const thrown = failed.filter(
    ({ error, findings }) => error?.location !== undefined && findings.some(({ path }) => path === '/expect/status'),
  );
  const byPlace = groupBy(thrown, ({ error }) => JSON.stringify(error?.location));
  return [...byPlace.values()].flatMap((cases) => {
    const [error] = cases.flatMap((each) => each.error ?? []);
    if (error === undefined) return [];
    const message = `${error.message}\nThis fails ${cases.length === 1 ? 'a case' : `${cases.length} cases`}: ${namesOf(cases)}`;
    return [annotation(severity, error.type, message, error.location, workspace)];
  });
}

function titleOf({ function: fn, name }: ReportedCase): string {
  return `${fn}: ${name}`;
}

function namesOf(cases: readonly ReportedCase[]): string {
  const more = cases.length - mostNames;
  return [...cases.slice(0, mostNames).map(titleOf), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function annotation(
  severity: Severity,
  title: string,
  message: string,
  place: ReportedPlace | undefined,
  workspace: string,
): Annotation {
  const location: SourceLocation | undefined = place && { ...place, file: resolve(workspace, place.file) };
  const line = cutText(title, longestTitle).replaceAll(/\s+/g, ' ').trim();
  return {
    severity,
    message: cutText(message, LONGEST_ANNOTATION),
    properties: { ...(line === '' ? {} : { title: line }), ...locationProperties(location, workspace) },
  };
}
