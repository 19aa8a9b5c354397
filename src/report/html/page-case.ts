import type { ReportedCase } from '../suite/suite-report.js';
import { earlierMsOf, type PageContext, placeText } from './page-context.js';
import type { PageCase } from './page-data.js';

/** The most of a name and of a summary that the list shows, in UTF-16 units. */
const longestName = 300;
const longestSummary = 300;

/** A case as the list of the page has it. `block` has its details. */
export function pageCase(reported: ReportedCase, context: PageContext, block: number | undefined): PageCase {
  const { literal } = context;
  const { durationMs, initDurationMs, startedAtMs, worker } = reported;
  const summary = summaryOf(reported);
  const place = placeText(reported, context);
  const earlierMs = earlierMsOf(reported, context);
  const movement = reported.comparison?.kind;
  const command = commandOf(reported, context);
  return {
    id: literal(reported.id),
    name: oneLine(reported.name, longestName, context),
    function: oneLine(reported.function, longestName, context),
    tags: reported.tags.map((tag) => oneLine(tag, longestName, context)),
    status: reported.status,
    ...(summary === undefined ? {} : { summary: oneLine(summary, longestSummary, context) }),
    ...(place === undefined ? {} : { place }),
    ...(command === undefined ? {} : { command }),
    ...(durationMs === undefined ? {} : { durationMs: rounded(durationMs) }),
    ...(initDurationMs === undefined ? {} : { initDurationMs: rounded(initDurationMs) }),
    ...(startedAtMs === undefined ? {} : { startedAtMs: rounded(startedAtMs) }),
    ...(worker === undefined ? {} : { worker }),
    ...(earlierMs === undefined ? {} : { earlierMs: rounded(earlierMs) }),
    ...(movement === undefined || movement === 'same' ? {} : { movement }),
    ...(block === undefined ? {} : { block }),
  };
}

/** What went wrong, or why it was not run. */
function summaryOf({ findings, error, diagnostic, reason }: ReportedCase): string | undefined {
  const of = error === undefined ? undefined : `${error.type}: ${error.message}`;
  return diagnostic?.message ?? reason ?? findings[0]?.message ?? of;
}

/** The command that runs a case of a case file alone; none where a name could not be given as it is. */
function commandOf({ name, file }: ReportedCase, { literal }: PageContext): string | undefined {
  if (file === undefined || !/\.ya?ml$/.test(file) || name.length > longestName || literal(name) !== name)
    return undefined;
  const pattern = `^${name.replaceAll(/[$()*+.?[\\\]^{|}/]/g, '\\$&')}$`;
  return literal(`invoke-local test ${quoted(file)} -t ${quoted(pattern)}`);
}

/** A word for a shell. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function oneLine(text: string, limit: number, { literal }: PageContext): string {
  return literal
    .excerpt(text, limit)
    .text.replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
