import type { InvocationResult } from '../../invoke/result.js';
import { httpResponseOf } from '../http-response.js';
import type { InvocationReport } from '../invocation-report.js';
import { durationText } from '../text/amounts.js';
import type { Literal } from '../text/literal-text.js';
import { bar } from './text/bar.js';
import { codeSpan } from './text/inline.js';
import { statusOf, statusWords } from './text/status-words.js';

/** The longest name in a cell, in UTF-16 units. */
const longestName = 100;

interface Column {
  readonly title: string;
  readonly numeric?: true;
  readonly cell: (report: InvocationReport) => string;
}

/** The name of an invocation's function; '' if it is unknown. */
export function functionName({ outcome, function: asked }: InvocationReport): string {
  return outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.result.function.key : (asked ?? '');
}

/**
 * A table with a row for each invocation, and bars for their durations. Columns without any value are left out.
 * @returns the lines of the table, of which the first two are its head; empty if nothing was invoked and nothing named
 */
export function factsTable(reports: readonly InvocationReport[], literal: Literal): string[] {
  const all = columnsOf(reports, literal).map((column) => ({ ...column, cells: reports.map(column.cell) }));
  const columns = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const rule = columns.map(({ numeric }) => (numeric ? '---:' : '---'));
  const rows = reports.map((_, index) => row(columns.map(({ cells }) => cells[index] ?? '')));
  return [row(columns.map(({ title }) => title)), row(rule), ...rows];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function columnsOf(reports: readonly InvocationReport[], literal: Literal): Column[] {
  const longestMs = reports.reduce((longest, report) => Math.max(longest, resultOf(report)?.durationMs ?? 0), 0);
  const durationBar: Column = {
    title: '',
    cell: (report) => {
      const durationMs = resultOf(report)?.durationMs;
      return durationMs === undefined || longestMs === 0 ? '' : bar(durationMs / longestMs);
    },
  };
  return [
    { title: 'Function', cell: (report) => codeSpan(literal(functionName(report)), longestName) },
    { title: 'Case', cell: (report) => codeSpan(literal(report.case ?? ''), longestName) },
    { title: 'Status', cell: statusCell },
    { title: 'Duration', numeric: true, cell: (report) => milliseconds(resultOf(report)?.durationMs) },
    ...(reports.length > 1 ? [durationBar] : []),
    { title: 'Init', numeric: true, cell: (report) => milliseconds(resultOf(report)?.initDurationMs) },
    { title: 'Memory', numeric: true, cell: memoryCell },
    { title: '', cell: memoryBar },
  ];
}

function resultOf({ outcome }: InvocationReport): InvocationResult | undefined {
  return outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.result : undefined;
}

function statusCell(report: InvocationReport): string {
  const { icon, status } = statusWords[statusOf(report)];
  const { outcome, diagnostics } = report;
  const http = outcome.kind === 'succeeded' ? httpResponseOf(outcome.result) : undefined;
  const warnings = diagnostics.filter(({ severity }) => severity !== 'notice').length;
  return `${icon} ${status}${http === undefined ? '' : `, HTTP ${http.statusCode}`}${warnings === 0 ? '' : `, ⚠️ ${warnings}`}`;
}

function milliseconds(ms: number | undefined): string {
  return ms === undefined ? '' : unbroken(durationText(ms));
}

function memoryCell(report: InvocationReport): string {
  const result = resultOf(report);
  return result === undefined ? '' : unbroken(`${result.maxMemoryUsedMiB} of ${result.memorySizeMiB} MB`);
}

/** An amount that stays on one line in a narrow column. */
function unbroken(amount: string): string {
  return amount.replaceAll(' ', '\u00a0');
}

function memoryBar(report: InvocationReport): string {
  const result = resultOf(report);
  return result === undefined || result.memorySizeMiB === 0 ? '' : bar(result.maxMemoryUsedMiB / result.memorySizeMiB);
}
