import { callLines } from '../calls/call-lines.js';
import { readBytes } from '../markdown/text/readable-bytes.js';
import { kindWords } from '../suite/comparison-words.js';
import type { ReportedCase, ReportedProblem } from '../suite/suite-report.js';
import { durationText } from '../text/amounts.js';
import { earlierMsOf, type PageContext, placeText } from './page-context.js';
import type { CaseDetails, CaseText, PageFinding } from './page-data.js';

/** The most of each text that is shown, in UTF-16 units. What failed is looked at more closely. */
const longestOfFailed = 64 * 1024;
const longestOfOthers = 16 * 1024;
const longestDiff = 16 * 1024;
const longestMessage = 4 * 1024;
const longestTrace = 16 * 1024;
const mostFindings = 50;

/** All that the page shows of a case once it is opened. */
export async function caseDetails(reported: ReportedCase, context: PageContext): Promise<CaseDetails> {
  const isFailed = reported.status !== 'passed' && reported.status !== 'skipped';
  const limit = isFailed ? longestOfFailed : longestOfOthers;
  const { event, response, log } = await reported.texts();
  const shown = (text: string): string => context.literal.excerpt(text, limit, context.whole).text;
  const texts: { [text in CaseText]?: string } = {};
  if (event !== undefined) texts.event = shown(readable(event));
  if (response !== undefined) texts.response = shown(readable(response));
  if (log !== undefined && log !== '') texts.log = shown(log);
  const calls = callLines(reported.calls ?? [], reported.omittedCalls ?? 0);
  if (calls !== '') texts.calls = shown(calls.trimEnd());
  return { ...withoutAny(reported, context), texts };
}

/** The same without what is long: its texts and diffs. */
export function withoutTexts(details: CaseDetails, { whole }: PageContext): CaseDetails {
  const hadTexts = Object.keys(details.texts).length > 0;
  return {
    ...details,
    findings: details.findings.map(withoutDiff),
    ...(details.movement === undefined ? {} : { movement: withoutDiff(details.movement) }),
    texts: {},
    ...(hadTexts ? { textsLeftOut: leftOut('Diff, event, response and log are not in this page', whole) } : {}),
  };
}

function withoutDiff({ diff: _, ...finding }: PageFinding): PageFinding {
  return finding;
}

/** The little that is kept of every case. */
export function factsAlone(reported: ReportedCase, context: PageContext): CaseDetails {
  return {
    facts: factsOf(reported, context),
    findings: [],
    texts: {},
    textsLeftOut: leftOut('The details of this case are not in this page', context.whole),
  };
}

function leftOut(what: string, whole: string | undefined): string {
  return `${what}, which would be too large with those of all cases.${elsewhere('They', whole)}`;
}

function elsewhere(what: string, whole: string | undefined): string {
  return whole === undefined ? '' : ` ${what} are ${whole}.`;
}

function withoutAny(reported: ReportedCase, context: PageContext): Omit<CaseDetails, 'texts'> {
  const { error, diagnostic, findings, comparison } = reported;
  const { literal, whole } = context;
  const message = (text: string): string => literal.excerpt(text, longestMessage, whole).text;
  const more = findings.length - mostFindings;
  return {
    facts: factsOf(reported, context),
    ...(error === undefined
      ? {}
      : {
          error: {
            type: message(error.type),
            message: message(error.message),
            ...placeOf(error.location, context),
            ...(error.trace.length === 0
              ? {}
              : { trace: literal.excerpt(error.trace.join('\n'), longestTrace, whole).text }),
          },
        }),
    ...(diagnostic === undefined ? {} : { diagnostic: pageProblem(diagnostic, context) }),
    findings: findings.slice(0, mostFindings).map(
      (finding): PageFinding => ({
        message: message(finding.message),
        ...placeOf(finding, context),
        ...(finding.diff === undefined ? {} : { diff: literal.excerpt(finding.diff, longestDiff, whole).text }),
      }),
    ),
    ...(comparison === undefined || comparison.kind === 'same'
      ? {}
      : {
          movement: {
            message: message(comparison.message ?? `The case is ${kindWords[comparison.kind]}.`),
            ...(comparison.diff === undefined
              ? {}
              : { diff: literal.excerpt(comparison.diff, longestDiff, whole).text }),
          },
        }),
    ...(more <= 0
      ? {}
      : { findingsLeftOut: `${more.toLocaleString('en')} more were not met.${elsewhere('All of them', whole)}` }),
  };
}

function pageProblem(
  { message, hint, location }: ReportedProblem,
  context: PageContext,
): NonNullable<CaseDetails['diagnostic']> {
  const { literal, whole } = context;
  return {
    message: literal.excerpt(message, longestMessage, whole).text,
    ...(hint === undefined ? {} : { hint: literal.excerpt(hint, longestMessage, whole).text }),
    ...placeOf(location, context),
  };
}

function placeOf(place: Parameters<typeof placeText>[0], context: PageContext): { readonly place?: string } {
  const text = placeText(place, context);
  return text === undefined ? {} : { place: text };
}

function factsOf(reported: ReportedCase, context: PageContext): (readonly [string, string])[] {
  const { durationMs, initDurationMs, maxMemoryUsedMiB, isCold, startedAtMs, worker, attempts, requestId, siblings } =
    reported;
  const earlierMs = earlierMsOf(reported, context);
  const facts: (readonly [string, string | undefined])[] = [
    ['Duration', durationMs === undefined ? undefined : durationText(durationMs)],
    ['Earlier', earlierMs === undefined ? undefined : durationText(earlierMs)],
    ['Init', initDurationMs === undefined ? undefined : durationText(initDurationMs)],
    ['Memory', maxMemoryUsedMiB === undefined ? undefined : `${Math.round(maxMemoryUsedMiB)} MB`],
    ['Start', isCold === undefined ? undefined : isCold ? 'cold' : 'warm'],
    ['Worker', worker === undefined ? undefined : `${worker + 1}`],
    ['Attempts', attempts === undefined || attempts < 2 ? undefined : `${attempts}`],
    ['Started', startedAtMs === undefined ? undefined : new Date(startedAtMs).toISOString()],
    ['Invoked', siblings === undefined ? undefined : context.literal(invokedText(siblings))],
    ['Request ID', requestId === undefined ? undefined : context.literal(requestId)],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** How many invocations of other functions are told one by one. */
const mostSiblings = 20;

function invokedText(siblings: NonNullable<ReportedCase['siblings']>): string {
  const each = siblings.slice(0, mostSiblings).map(({ function: key, status, durationMs, type }) => {
    const how = type === 'Event' ? ', not waited for' : '';
    return `${key} (${status}${how}, ${durationText(durationMs)})`;
  });
  const more = siblings.length - each.length;
  return [...each, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** JSON indented, anything else as it is. */
function readable(text: string): string {
  const read = readBytes(Buffer.from(text));
  return read.kind === 'text' ? read.text : text;
}
