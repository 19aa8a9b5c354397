import type { ShownCalls } from '../calls/seen-calls.js';
import type { InvocationReport } from '../invocation-report.js';
import { countText } from '../text/amounts.js';
import { literalWith } from '../text/literal-text.js';
import { callsSection } from './calls-section.js';
import { detailsOf } from './details.js';
import { diagnosticParagraphs } from './diagnostic-paragraphs.js';
import { factsTable } from './facts-table.js';
import { invocationBody, joined } from './invocation-body.js';
import type { RenderContext, Whereabouts } from './render-context.js';
import { summaryHeading } from './summary-heading.js';
import { isFailure } from './text/status-words.js';
import { folded } from './value-block.js';

/** What a summary needs besides the invocations. */
export interface SummaryOptions {
  /** Takes the secrets out of a text. */
  readonly redact: (text: string) => string;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  /** Where to find the whole of what is cut. */
  readonly whereabouts?: Whereabouts;
  /** The calls to AWS, where they were seen. */
  readonly calls?: ShownCalls | undefined;
  /** The largest summary, in bytes of UTF-8. */
  readonly maxBytes: number;
}

/** How long the values of a single invocation may be, in UTF-16 units. */
const levels = [8_000, 2_000, 500, 100];

/** The most rows of a table: nobody reads more, and failures need the room. */
const mostRows = 1_000;
/** The share of the room that the table may take. */
const tableShare = 0.4;
/** The share of the room that the calls to AWS may take. */
const callsShare = 0.2;
/** The room reserved for the sentences that say what was left out, in bytes. */
const notesBytes = 1_000;

/**
 * Renders invocations as GitHub's Markdown: a verdict, a table, and the details that there is room for. Whatever handlers
 * return or print is shown as plain text.
 * @returns at most `maxBytes`; '' if that is too little for anything
 */
export function renderSummary(reports: readonly InvocationReport[], options: SummaryOptions): string {
  const { redact, workspace, whereabouts = {}, calls, maxBytes } = options;
  const context = { literal: literalWith(redact), workspace, whereabouts };
  const heading = summaryHeading(reports, context.literal);
  const made = calls === undefined ? '' : callsSection(calls, context, Math.floor(maxBytes * callsShare));
  const [only] = reports;
  const candidates =
    only !== undefined && reports.length === 1
      ? oneInvocation(only, heading, made, context)
      : manyInvocations(reports, heading, made, context, maxBytes);
  for (const markdown of candidates) if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
  return '';
}

type Context = Omit<RenderContext, 'longestValue'>;

/** The summary of one invocation: the fullest form that fits, down to its verdict alone. */
function* oneInvocation(report: InvocationReport, heading: string, calls: string, context: Context): Generator<string> {
  const { outcome, diagnostics } = report;
  const isInvoked = outcome.kind === 'succeeded' || outcome.kind === 'failed';
  const table = isInvoked ? `${factsTable([report], context.literal).join('\n')}\n` : '';
  for (const longestValue of levels) {
    const sized = { ...context, longestValue };
    const body = invocationBody(report, sized);
    const said = diagnosticParagraphs(diagnostics, sized);
    if (outcome.kind === 'succeeded') {
      yield joined([heading, table, said, calls, folded('Response, event and log', body)]);
    } else if (outcome.kind === 'failed') {
      yield joined([heading, table, folded('Error, log and event', joined([said, body]), true), calls]);
    } else {
      yield joined([heading, body, said, calls]);
    }
  }
  yield heading;
}

function* manyInvocations(
  reports: readonly InvocationReport[],
  heading: string,
  calls: string,
  context: Context,
  maxBytes: number,
): Generator<string> {
  const room = maxBytes - Buffer.byteLength(heading) - Buffer.byteLength(calls) - notesBytes;
  const table = cutTable(reports, context, Math.floor(room * tableShare));
  const details = detailsOf(reports, context, room - Buffer.byteLength(table));
  yield joined([heading, table, calls, details.markdown, leftOut(details.left)]);
  yield joined([heading, table]);
  yield heading;
}

/** The table. If it is too long, it has the failures first, and a sentence says what is missing. */
function cutTable(reports: readonly InvocationReport[], { literal }: Context, room: number): string {
  const fits = (rows: readonly string[]): boolean => Buffer.byteLength(rows.join('\n')) <= room;
  const whole = reports.length <= mostRows ? factsTable(reports, literal) : [];
  if (whole.length > 0 && fits(whole)) return `${whole.join('\n')}\n`;

  const sorted = [...reports.filter(isFailure), ...reports.filter((report) => !isFailure(report))];
  const lines = factsTable(sorted.slice(0, mostRows), literal);
  let bytes = 0;
  const kept = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > room;
  });
  const shown = kept === -1 ? lines : lines.slice(0, kept);
  const left = sorted.slice(Math.max(0, shown.length - 2));
  const note = `The table shows ${(reports.length - left.length).toLocaleString('en')} of ${countText(reports.length, 'invocation')}, failures first. ${failuresAmong(left)}\n`;
  return joined([`${shown.join('\n')}\n`, note]);
}

function leftOut(left: readonly InvocationReport[]): string {
  if (left.length === 0) return '';
  return `There was no room for the details of ${countText(left.length, 'invocation')}: GitHub takes at most 1 MiB of summary. ${failuresAmong(left)}\n`;
}

function failuresAmong(left: readonly InvocationReport[]): string {
  const failures = left.filter(isFailure).length;
  return failures === 0
    ? 'All that are missing succeeded.'
    : `${countText(failures, 'failure')} are among the missing.`;
}
