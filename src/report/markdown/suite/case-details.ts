import { caseWords, firstProblem, placeText } from '../../suite/case-words.js';
import type { CaseTexts, ReportedCase, ReportedFinding, ReportedProblem } from '../../suite/suite-report.js';
import { durationText } from '../../text/amounts.js';
import { introductionLength } from '../../trace/introduction.js';
import { joined } from '../invocation-body.js';
import { logBlock } from '../log-block.js';
import type { RenderContext } from '../render-context.js';
import { bytesBlock, responseBlocks } from '../response-blocks.js';
import { siblingsBlock } from '../siblings-block.js';
import { fenced } from '../text/fence.js';
import { codeSpan, escapeHtml, htmlCode, oneLine } from '../text/inline.js';
import { prose } from '../text/prose.js';
import { folded } from '../value-block.js';

/** A case with the texts that were read for it. */
export interface ReadCase {
  readonly case: ReportedCase;
  readonly texts: CaseTexts;
}

/** How much of a problem is visible while the part of its case is folded, in UTF-16 units. */
const longestReason = 120;
/** The most findings of a case that are shown. */
const mostFindings = 20;
const longestMessage = 1_000;

/** The foldable part of a case that failed: what was not met, with diffs; the error; log, event and response. */
export function caseDetails({ case: each, texts }: ReadCase, context: RenderContext, open: boolean): string {
  return folded(summaryOf(each, context), bodyOf(each, texts, context), open);
}

/** The visible line of a folded part. HTML. */
function summaryOf(each: ReportedCase, { literal }: RenderContext): string {
  const { icon, word } = caseWords[each.status];
  const reason = literal.excerpt(firstProblem(each), 4 * longestReason).text;
  const title = `<b>${htmlCode(literal(each.function))}</b> ${htmlCode(literal(each.name))}`;
  const shown = oneLine(reason, longestReason);
  return `${icon} ${[title, escapeHtml(word), ...(shown === '' ? [] : [htmlCode(shown)])].join(' · ')}`;
}

function bodyOf(each: ReportedCase, texts: CaseTexts, context: RenderContext): string {
  const { findings, diagnostic, invocation, error } = each;
  const more = findings.length - mostFindings;
  return joined([
    ...findings.slice(0, mostFindings).map((finding) => findingBlock(finding, context)),
    more > 0 ? `And ${more} more: see the results file.\n` : '',
    diagnostic === undefined ? '' : problemBlock(diagnostic, context),
    error === undefined ? '' : errorBlock(error, context),
    siblingsBlock(each.siblings, context),
    texts.log ? logBlock({ text: texts.log, omittedBytes: 0 }, context) : '',
    texts.event === undefined ? '' : bytesBlock('Event', Buffer.from(texts.event), '', context),
    ...(texts.response !== undefined && invocation === 'success'
      ? responseBlocks(
          { response: Buffer.from(texts.response), ...(each.http === undefined ? {} : { http: each.http }) },
          context,
        )
      : []),
    factsLine(each, context),
  ]);
}

function findingBlock({ message, diff, ...place }: ReportedFinding, { literal, longestValue }: RenderContext): string {
  const where =
    place.file === undefined ? '' : `<br>📍 ${codeSpan(literal(placeText({ ...place, file: place.file })))}`;
  const said = `❌ ${prose(literal.excerpt(message, longestMessage).text)}${where}\n`;
  if (diff === undefined || diff === '') return said;
  return `${said}\n${fenced(literal.excerpt(diff, longestValue).text, 'diff')}`;
}

/** A message of ours: what, where, and what to do. */
export function problemBlock(
  { message, hint, location }: ReportedProblem,
  { literal, longestValue }: RenderContext,
): string {
  const [first = '', ...more] = literal.excerpt(message, Math.max(longestMessage, longestValue)).text.split('\n');
  const rest = more.join('\n').trimEnd();
  const place = location === undefined ? '' : `<br>📍 ${codeSpan(literal(placeText(location)))}`;
  const advice = hint === undefined ? '' : `💡 ${prose(literal(hint))}`;
  const head = `⛔ ${prose(first)}${place}`;
  if (rest === '') return `${[head, advice].filter(Boolean).join('<br>')}\n`;
  return joined([`${head}\n`, fenced(rest), advice === '' ? '' : `${advice}\n`]);
}

function errorBlock(
  { type, message, location, trace }: NonNullable<ReportedCase['error']>,
  { literal, longestValue }: RenderContext,
): string {
  const at = location === undefined ? '' : ` at ${codeSpan(literal(placeText(location)))}`;
  const introduction = introductionLength(trace, type, message);
  const head = introduction > 0 ? trace.slice(0, introduction).join('\n') : [type, message].filter(Boolean).join(': ');
  const text = [head, trace.slice(introduction).join('\n')]
    .filter((part) => part !== '')
    .map((part) => literal.excerpt(part, Math.floor(longestValue / 2)).text.trimEnd())
    .join('\n');
  return `**Error**${at}\n\n${fenced(text)}`;
}

function factsLine(each: ReportedCase, { literal }: RenderContext): string {
  const { durationMs, initDurationMs, maxMemoryUsedMiB, attempts = 1, requestId } = each;
  if (durationMs === undefined) return '';
  const facts = [
    durationText(durationMs),
    ...(initDurationMs === undefined ? [] : [`init ${durationText(initDurationMs)}`]),
    ...(maxMemoryUsedMiB === undefined ? [] : [`${maxMemoryUsedMiB} MB`]),
    ...(attempts > 1 ? [`${attempts} attempts`] : []),
    ...(requestId === undefined ? [] : [`request ${codeSpan(literal(requestId))}`]),
  ];
  return `<sub>${facts.join(' · ')}</sub>\n`;
}
