import type { ReportedCase, SuiteReport } from '../suite/suite-report.js';

/** The most names that a line lists. */
const mostNames = 20;

/** What is said of a whole suite: the verdict last. */
export function closingLines(report: SuiteReport): string[] {
  const { cases, totals, uncovered, stopped } = report;
  const ofStatus = (status: ReportedCase['status']): string[] =>
    cases.filter((each) => each.status === status).map(({ name }) => name);
  const notRun = ofStatus('not-run').length;
  const counts = [
    `${totals.passed} passed`,
    `${totals.failed} failed${notRun === 0 ? '' : ` (${notRun} could not be run)`}`,
    ...(totals.flaky === 0 ? [] : [`${totals.flaky} flaky (${listed(ofStatus('flaky'))})`]),
    `${totals.skipped} skipped`,
    ...(totals.stopped === 0 ? [] : [`${totals.stopped} not run to their end`]),
  ];
  return [
    ...(uncovered.length === 0
      ? []
      : [`${count(uncovered.length, 'function is', 'functions are')} not covered by any case: ${listed(uncovered)}.`]),
    ...snapshotLines(report),
    ...(stopped === undefined ? [] : [`The run was stopped: ${stopped.reason}.`]),
    `${count(totals.total, 'case', 'cases')}: ${counts.join(', ')}`,
  ];
}

function snapshotLines({ snapshots: { written, updated, removed, obsolete } }: SuiteReport): string[] {
  const told = [
    [written, 'written'],
    [updated, 'updated'],
    [removed, 'removed'],
    [obsolete.length, 'obsolete: "-u" removes them'],
  ] as const;
  const changed = told.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const names = obsolete.map(({ file, name }) => (name === undefined ? file : `"${name}" in ${file}`));
  return changed.length === 0
    ? []
    : [
        `Snapshots: ${changed.join(', ')}.`,
        ...names.slice(0, mostNames).map((name) => `  obsolete: ${name}`),
        ...(names.length > mostNames ? [`  and ${names.length - mostNames} more`] : []),
      ];
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ');
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
