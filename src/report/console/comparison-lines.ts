import type { ComparisonKind, SideMeasures } from '../../suite/comparison/comparison.js';
import { baseName, countsText, kindWords, verdictNote } from '../suite/comparison-words.js';
import { amountText, type Movement, movementsOf } from '../suite/movements.js';
import type { ReportedCase, SuiteReport } from '../suite/suite-report.js';

/** The most cases that are listed of a kind, and the most that moved. */
const mostCases = 50;
const mostMoved = 5;

const unitOf: Readonly<Record<keyof SideMeasures, string>> = { durationMs: 'ms', maxMemoryUsedMiB: 'MB' };

/** What became of the cases of a suite since another commit, for a terminal or a log; no line where it was not compared. */
export function comparisonLines(report: SuiteReport): string[] {
  const { comparison, cases, totals } = report;
  if (comparison === undefined) return [];
  const note = verdictNote(comparison, totals.failed);
  return [
    `Compared with ${baseName(comparison)}: ${countsText(comparison)}.`,
    ...(['broken', 'changed', 'fixed', 'unknown', 'new'] as const).flatMap((kind) => linesOfKind(cases, kind)),
    ...movementLines(report, 'durationMs', 'Durations'),
    ...movementLines(report, 'maxMemoryUsedMiB', 'Memory'),
    ...(note === undefined ? [] : [note]),
  ];
}

function linesOfKind(cases: readonly ReportedCase[], kind: ComparisonKind): string[] {
  const own = cases.filter(({ comparison }) => comparison?.kind === kind);
  const lines = own
    .slice(0, mostCases)
    .flatMap(({ function: name, name: title, comparison }) => [
      `  ${kindWords[kind].padEnd(9)} ${name}: ${title}${comparison?.message === undefined ? '' : `: ${comparison.message}`}`,
      ...(comparison?.diff === undefined ? [] : comparison.diff.split('\n').map((line) => `      ${line}`)),
    ]);
  return own.length > mostCases ? [...lines, `  and ${own.length - mostCases} more ${kindWords[kind]}`] : lines;
}

function movementLines(report: SuiteReport, what: keyof SideMeasures, title: string): string[] {
  const movements = movementsOf(report, what);
  if (movements === undefined) return [];
  const { before, now, fewestRuns, moved } = movements;
  const unit = unitOf[what];
  const noise =
    fewestRuns < 3
      ? `; with ${fewestRuns === 1 ? 'one run' : 'two runs'} of a case it is not known how much of it is noise, which \`repeat: 3\` or more tells`
      : `, ${moved.length === 0 ? 'no case' : moved.length === 1 ? '1 case' : `${moved.length} cases`} by more than the noise`;
  return [
    `${title}, medians of all cases together: ${amountText(before)} ${unit} before, ${amountText(now)} ${unit} now${noise}.`,
    ...moved.slice(0, mostMoved).map((each) => movementLine(each, unit)),
  ];
}

function movementLine({ case: { function: name, name: title }, before, now }: Movement, unit: string): string {
  return `  ${name}: ${title}: ${amountText(before.median)} ± ${amountText(before.spread / 2)} ${unit} before, ${amountText(now.median)} ± ${amountText(now.spread / 2)} ${unit} now`;
}
