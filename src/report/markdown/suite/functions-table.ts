import { hasFailed } from '../../suite/case-words.js';
import { groupBy } from '../../suite/group-by.js';
import type { ReportedCase } from '../../suite/suite-report.js';
import { countText, durationText } from '../../text/amounts.js';
import type { Literal } from '../../text/literal-text.js';
import { asManyAsFit } from '../fit.js';
import { bar } from '../text/bar.js';
import { codeSpan } from '../text/inline.js';

/** The longest name in a cell, in UTF-16 units. */
const longestName = 100;
/** The most rows: nobody reads more. */
const mostRows = 300;

/** What came of the cases of one function. */
interface FunctionFacts {
  readonly name: string;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly flaky: number;
  readonly skipped: number;
  /** Those that did not come to their end. */
  readonly stopped: number;
  /** All its cases together. */
  readonly durationMs: number;
  readonly slowestMs: number;
  readonly maxMemoryUsedMiB: number;
}

interface Column {
  readonly title: string;
  readonly numeric?: true;
  readonly cell: (facts: FunctionFacts) => string;
}

/**
 * A table with a row for each function, those with failures first. Columns without any value are left out.
 * @param room in bytes of UTF-8
 */
export function functionsTable(cases: readonly ReportedCase[], literal: Literal, room: number): string {
  const facts = factsOf(cases);
  if (facts.length === 0) return '';
  const shown = facts.slice(0, mostRows);
  const longestMs = Math.max(...facts.map(({ durationMs }) => durationMs));
  const count = (number: number): string => (number === 0 ? '' : number.toLocaleString('en'));
  const columns: Column[] = [
    { title: 'Function', cell: ({ name }) => codeSpan(literal(name), longestName) },
    { title: 'Cases', numeric: true, cell: (each) => count(each.cases) },
    { title: '✅', numeric: true, cell: ({ passed }) => count(passed) },
    { title: '❌', numeric: true, cell: ({ failed }) => count(failed) },
    { title: '🔁', numeric: true, cell: ({ flaky }) => count(flaky) },
    { title: '⏭️', numeric: true, cell: ({ skipped }) => count(skipped) },
    { title: '🚫', numeric: true, cell: ({ stopped }) => count(stopped) },
    { title: 'In the handler', numeric: true, cell: ({ durationMs }) => duration(durationMs) },
    { title: '', cell: ({ durationMs }) => (longestMs === 0 ? '' : bar(durationMs / longestMs)) },
    { title: 'Slowest', numeric: true, cell: ({ slowestMs }) => duration(slowestMs) },
    {
      title: 'Memory',
      numeric: true,
      cell: ({ maxMemoryUsedMiB }) => (maxMemoryUsedMiB === 0 ? '' : `${maxMemoryUsedMiB}\u00a0MB`),
    },
  ];
  const used = columns.filter(({ cell }) => shown.some((each) => cell(each) !== ''));
  const head = [row(used.map(({ title }) => title)), row(used.map(({ numeric }) => (numeric ? '---:' : '---')))];
  const { parts } = asManyAsFit(shown, room - Buffer.byteLength(head.join('\n')) - 200, (each) =>
    row(used.map(({ cell }) => cell(each))),
  );
  const left = facts.length - parts.length;
  const note = left === 0 ? '' : `\nThe table has no room for ${countText(left, 'more function')}.\n`;
  return parts.length === 0 ? '' : `${[...head, ...parts].join('\n')}\n${note}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** An amount that stays on one line in a narrow column. */
function duration(ms: number): string {
  return ms === 0 ? '' : durationText(ms).replaceAll(' ', '\u00a0');
}

function factsOf(cases: readonly ReportedCase[]): FunctionFacts[] {
  const byName = groupBy(cases, ({ function: name }) => name);
  const facts = [...byName].map(([name, members]): FunctionFacts => {
    const durations = members.map(({ durationMs = 0 }) => durationMs);
    const count = (is: (each: ReportedCase) => boolean): number => members.filter(is).length;
    return {
      name,
      cases: members.length,
      passed: count(({ status }) => status === 'passed'),
      failed: count(hasFailed),
      flaky: count(({ status }) => status === 'flaky'),
      skipped: count(({ status }) => status === 'skipped'),
      stopped: count(({ status }) => status === 'stopped'),
      durationMs: durations.reduce((sum, ms) => sum + ms, 0),
      slowestMs: durations.reduce((longest, ms) => Math.max(longest, ms), 0),
      maxMemoryUsedMiB: members.reduce((most, { maxMemoryUsedMiB = 0 }) => Math.max(most, maxMemoryUsedMiB), 0),
    };
  });
  return facts.sort((one, other) => Math.sign(other.failed) - Math.sign(one.failed));
}
