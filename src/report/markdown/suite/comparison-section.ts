import type { ComparisonKind, SideMeasures } from '../../../suite/comparison/comparison.js';
import { baseName, countsText, kindWords, verdictNote } from '../../suite/comparison-words.js';
import { amountText, type Movements, movementsOf } from '../../suite/movements.js';
import type { ReportedCase, SuiteReport } from '../../suite/suite-report.js';
import { countText } from '../../text/amounts.js';
import type { Literal } from '../../text/literal-text.js';
import { asManyAsFit } from '../fit.js';
import { joined } from '../invocation-body.js';
import { fenced } from '../text/fence.js';
import { codeSpan, htmlCode } from '../text/inline.js';
import { prose } from '../text/prose.js';
import { folded } from '../value-block.js';

/** The kinds of cases that have a row, with their icons, the worst first. */
const icons: readonly (readonly [ComparisonKind, string])[] = [
  ['broken', '💥'],
  ['unknown', '❔'],
  ['changed', '✏️'],
  ['fixed', '🔧'],
  ['new', '🆕'],
];

/** The most rows, and the most diffs. */
const mostRows = 300;
const mostDiffs = 50;
const longestName = 100;
const longestMessage = 300;
const longestDiff = 8_000;
/** The share of the rows in the room. */
const shareOfRows = 0.4;
/** The most cases whose durations or memory moved that are listed. */
const mostMoved = 10;

/**
 * What became of the cases since another commit: counts, the cases that are not the same with their diffs, and how durations and
 * memory moved; '' where the suite was not compared. Markdown.
 * @param room in bytes of UTF-8
 */
export function comparisonSection(report: SuiteReport, literal: Literal, room: number): string {
  const { comparison, cases, totals } = report;
  if (comparison === undefined) return '';
  const note = verdictNote(comparison, totals.failed);
  const heading = `#### Compared with ${prose(literal(baseName(comparison)))}: ${countsText(comparison)}\n`;
  const moved = joined([movedPart(report, 'durationMs', literal), movedPart(report, 'maxMemoryUsedMiB', literal)]);
  const said = joined([heading, note === undefined ? '' : `${prose(note)}\n`]);
  const others = icons.flatMap(([kind, icon]) =>
    cases.filter((each) => each.comparison?.kind === kind).map((each) => ({ each, icon })),
  );
  const left = room - Buffer.byteLength(said) - Buffer.byteLength(moved) - 400;
  const rows = asManyAsFit(others.slice(0, mostRows), left * shareOfRows, ({ each, icon }) => row(each, icon, literal));
  const more = others.length - rows.parts.length;
  const table =
    rows.parts.length === 0
      ? ''
      : `|  | Function | Case | What |\n| --- | --- | --- | --- |\n${rows.parts.join('\n')}\n`;
  const withDiffs = others.filter(({ each }) => each.comparison?.diff !== undefined).slice(0, mostDiffs);
  const diffs = asManyAsFit(withDiffs, left - rows.bytes, ({ each, icon }) => diffPart(each, icon, literal));
  const rest = more === 0 ? '' : `And ${countText(more, 'more case')}: see the results file.\n`;
  return joined([said, table, rest, diffs.parts.join('\n'), moved]);
}

function row(each: ReportedCase, icon: string, literal: Literal): string {
  const { kind, message = '' } = each.comparison ?? { kind: 'same' };
  const what =
    message === '' ? kindWords[kind] : `${kindWords[kind]}: ${literal.excerpt(message, longestMessage).text}`;
  const names = [each.function, each.name].map((name) => codeSpan(literal(name), longestName));
  return `| ${[icon, ...names, prose(what)].join(' | ')} |`;
}

function diffPart({ function: name, name: title, comparison }: ReportedCase, icon: string, literal: Literal): string {
  const summary = `${icon} <b>${htmlCode(literal(name))}</b> ${htmlCode(literal(title))}`;
  return folded(summary, fenced(literal.excerpt(comparison?.diff ?? '', longestDiff).text, 'diff'));
}

function movedPart(report: SuiteReport, what: keyof SideMeasures, literal: Literal): string {
  const movements = movementsOf(report, what);
  if (movements === undefined) return '';
  const unit = what === 'durationMs' ? 'ms' : 'MB';
  const sentence = movementSentence(movements, what === 'durationMs' ? '⏱️ Durations' : '🧠 Memory', unit);
  if (movements.moved.length === 0) return `${sentence}\n`;
  const head = '| Function | Case | Before | Now |\n| --- | --- | --- | --- |\n';
  const rows = movements.moved.slice(0, mostMoved).map(({ case: each, before, now }) => {
    const names = [each.function, each.name].map((name) => codeSpan(literal(name), longestName));
    const amounts = [before, now].map(
      ({ median, spread }) => `${amountText(median)} ± ${amountText(spread / 2)} ${unit}`,
    );
    return `| ${[...names, ...amounts].join(' | ')} |\n`;
  });
  return `${sentence}\n\n${head}${rows.join('')}`;
}

function movementSentence({ before, now, fewestRuns, moved }: Movements, title: string, unit: string): string {
  const sums = `${title}, medians of all cases together: ${amountText(before)} ${unit} before, ${amountText(now)} ${unit} now`;
  if (fewestRuns >= 3) return `${sums}; ${countText(moved.length, 'case')} moved by more than the noise.`;
  return `${sums}. With ${countText(fewestRuns, 'run')} of a case it is not known how much of it is noise: \`repeat: 3\` or more tells.`;
}
