import { displayLocation } from '../../diagnostics/display-path.js';
import type { Advice } from '../../permissions/audit/advice.js';
import type { CallVerdict } from '../../permissions/audit/judge-call.js';
import type { Statement } from '../../permissions/policy/statement.js';
import type { SeenCall, ShownCalls } from '../calls/seen-calls.js';
import { countText, durationText } from '../text/amounts.js';
import { asManyAsFit } from './fit.js';
import type { RenderContext } from './render-context.js';
import { codeSpan } from './text/inline.js';
import { prose } from './text/prose.js';
import { folded } from './value-block.js';

/** The longest name, resource and reason in a cell, in UTF-16 units. */
const longestName = 100;
const longestResource = 160;
const longestReason = 300;

const answers = { stub: 'stub', sibling: 'sibling', recording: 'recording', forward: 'forwarded', none: '❌' } as const;

type Context = Pick<RenderContext, 'literal' | 'workspace'>;

interface Column {
  readonly title: string;
  readonly numeric?: true;
  readonly cell: (call: SeenCall) => string;
}

/**
 * The calls to AWS of a run as a table that a reader opens; open where one would be denied, or has no answer. Columns without any
 * value are left out.
 * @param room in bytes of UTF-8
 * Advice on statements that are more than the calls needed stands below it.
 * @returns '' if there were no calls
 */
export function callsSection(shown: ShownCalls, context: Context, room: number): string {
  const advice = adviceSection(shown.advice, context);
  return tableSection(shown, context, room - Buffer.byteLength(advice)) + advice;
}

function tableSection({ calls, total, deniedCount }: ShownCalls, context: Context, room: number): string {
  if (calls.length === 0) return '';
  const columns = columnsOf(calls, context).filter(({ cell }) => calls.some((call) => cell(call) !== ''));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [
    row(columns.map(({ title }) => title)),
    row(columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
  ].join('\n');
  const { parts } = asManyAsFit(calls, room - Buffer.byteLength(head) - 500, (call) =>
    row(columns.map(({ cell }) => cell(call))),
  );
  if (parts.length === 0) return '';
  const left = total - parts.length;
  const note = left === 0 ? '' : `\nThe table has no room for ${countText(left, 'more call')}.\n`;
  const denied = deniedCount === 0 ? '' : ` · ${deniedCount.toLocaleString('en')} would be denied in Lambda`;
  const isOpen = deniedCount > 0 || calls.some(({ answeredBy }) => answeredBy === 'none');
  return folded(
    `<b>Calls to AWS</b> · ${total.toLocaleString('en')}${denied}`,
    `${head}\n${parts.join('\n')}\n${note}`,
    isOpen,
  );
}

/** How many statements are named. */
const mostAdvice = 20;

/** The statements of the role that are more than the calls of the run needed. */
function adviceSection(advice: readonly Advice[], context: Context): string {
  if (advice.length === 0) return '';
  const lines = advice.slice(0, mostAdvice).map((each) => `- ${adviceLine(each, context)}\n`);
  const left = advice.length - lines.length;
  const note = left === 0 ? '' : `\nAnd ${countText(left, 'more statement')}.\n`;
  const count = countText(advice.length, 'statement');
  return folded(`<b>More than these calls needed</b> · ${count} of the role`, `${lines.join('')}${note}`);
}

function adviceLine(advice: Advice, context: Context): string {
  const place = statementCell(advice.statement, context);
  const span = (text: string): string => codeSpan(context.literal(text), longestName);
  if (advice.kind === 'wide') return `${span(advice.pattern)} of ${place} was needed for ${span(advice.action)} only`;
  const [first = '', ...others] = advice.statement.actions.texts;
  const more = others.length === 0 ? '' : ` and ${others.length.toLocaleString('en')} more`;
  return `${place} was not needed (${advice.statement.actions.isExclusion ? 'all but ' : ''}${span(first)}${more})`;
}

function columnsOf(calls: readonly SeenCall[], context: Context): Column[] {
  const { literal } = context;
  const hasFunctions = new Set(calls.map((call) => call.function)).size > 1 || calls.some((call) => call.case);
  return [
    ...(hasFunctions
      ? [{ title: 'Function', cell: (call: SeenCall) => codeSpan(literal(call.function), longestName) }]
      : []),
    { title: 'Case', cell: (call) => codeSpan(literal(call.case ?? ''), longestName) },
    { title: 'Call', cell: ({ name }) => codeSpan(literal(name), longestName) },
    { title: 'Resource', cell: ({ resources }) => resourceCell(resources, context) },
    { title: 'Answer', cell: (call) => answerCell(call, context) },
    { title: 'Duration', numeric: true, cell: ({ durationMs }) => durationText(durationMs).replaceAll(' ', '\u00a0') },
    { title: 'In Lambda', cell: (call) => judgedCell(call, context) },
  ];
}

function resourceCell([first, ...more]: readonly string[], { literal }: Context): string {
  if (first === undefined) return '';
  const others = more.length === 0 ? '' : ` and ${more.length.toLocaleString('en')} more`;
  return `${codeSpan(literal(first), longestResource)}${others}`;
}

function answerCell({ answeredBy, errorCode }: SeenCall, { literal }: Context): string {
  const code = errorCode === undefined ? '' : codeSpan(literal(errorCode), longestName);
  return [answers[answeredBy], code].filter((part) => part !== '').join(' ');
}

const marks = { allowed: '✅', denied: '❌', unknown: '⚠️' } as const;

function judgedCell({ verdict, told }: SeenCall, context: Context): string {
  if (verdict !== undefined) return verdictCell(verdict, context);
  if (told === undefined) return '';
  return `${marks[told.kind]} ${prose(context.literal.excerpt(told.reason, longestReason).text)}`;
}

function verdictCell(verdict: CallVerdict, context: Context): string {
  switch (verdict.kind) {
    case 'allowed': {
      const places = [...new Set(verdict.by.map((statement) => statementCell(statement, context)))];
      return places.length === 0 ? '✅ needs no permission' : `✅ allowed by ${places.join(', ')}`;
    }
    case 'unknown':
      return `⚠️ not known: ${prose(context.literal.excerpt(verdict.reasons.join('; '), longestReason).text)}`;
    case 'denied':
      return `❌ ${denialCell(verdict, context)}`;
  }
}

function denialCell({ requirement, verdict }: Extract<CallVerdict, { kind: 'denied' }>, context: Context): string {
  const action = codeSpan(context.literal(requirement.action), longestName);
  if (verdict.cause === 'explicit') return `${action} is denied by ${statementCell(verdict.by, context)}`;
  const { nearest } = verdict;
  const near = nearest === undefined ? '' : `; the nearest is ${statementCell(nearest.statement, context)}`;
  return `no statement allows ${action}${near}`;
}

/** A statement by its place, or else by what it comes from. */
function statementCell({ location, source }: Statement, { literal, workspace }: Context): string {
  return codeSpan(literal(location === undefined ? source : displayLocation(location, workspace)), longestResource);
}
