import type { ReportedCase, ReportedPlace } from './suite-report.js';

/** The words for a status of a case. */
export interface CaseWords {
  readonly icon: string;
  /** After a number, or alone. */
  readonly word: string;
}

/** The words for each status, in the order in which counts are told. */
export const caseWords: Readonly<Record<ReportedCase['status'], CaseWords>> = {
  passed: { icon: '✅', word: 'passed' },
  failed: { icon: '❌', word: 'failed' },
  'not-run': { icon: '⛔', word: 'could not be run' },
  flaky: { icon: '🔁', word: 'flaky' },
  skipped: { icon: '⏭️', word: 'skipped' },
  stopped: { icon: '🚫', word: 'not finished' },
};

/** Whether a case is among those that failed. One that could not be run is. */
export function hasFailed({ status }: ReportedCase): boolean {
  return status === 'failed' || status === 'not-run';
}

/** What is wrong with a case, in its first sentence; '' if nothing is. */
export function firstProblem({ findings, diagnostic, reason }: ReportedCase): string {
  return findings[0]?.message ?? diagnostic?.message ?? reason ?? '';
}

/** Where to look first: at the expectation that was not met, at what could not be read, or at the case. */
export function placeOfCase({ findings, diagnostic, file, line, column }: ReportedCase): ReportedPlace | undefined {
  const finding = findings[0];
  if (finding?.file !== undefined) return placeIn(finding.file, finding);
  return diagnostic?.location ?? (file === undefined ? undefined : placeIn(file, { line, column }));
}

function placeIn(file: string, { line, column }: { line?: number | undefined; column?: number | undefined }) {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** How a place is written: `tests/shop.yml:3:9`, without the parts that are unknown. */
export function placeText({ file, line, column }: ReportedPlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
