import type { SuiteReport } from '../suite/suite-report.js';
import { literalWith } from '../text/literal-text.js';
import { pageScript, pageStyle } from './compiled-page.js';
import { blockedDetails } from './details-blocks.js';
import { embeddedJson, escapedHtml, hashSource } from './embed.js';
import { pageCase } from './page-case.js';
import { earlierMsOf } from './page-context.js';
import type { PageData } from './page-data.js';
import { headerHtml, titleOf } from './page-header.js';

/** What a page needs besides the report. */
export interface HtmlReportOptions {
  /** Takes the secrets out of a text. Needed here too: removing terminal escapes from a text can reveal one. */
  readonly redact: (text: string) => string;
  /** The version of invoke-local. */
  readonly toolVersion: string;
  /** How long cases took in earlier results, in ms, by their ids. */
  readonly earlier?: ReadonlyMap<string, number>;
  /** Where the texts stand whole that are too long for the page, worded like `in the file results.json`. */
  readonly whole?: string;
}

/**
 * One page that holds a whole report, and needs nothing else: its policy forbids every request, and every script and style but its own
 * two. Texts of the report are data in it, which the script shows as text alone. In pieces, for they may be 30 MB together.
 */
export async function* renderHtmlReport(report: SuiteReport, options: HtmlReportOptions): AsyncGenerator<string> {
  const context = { ...options, literal: literalWith(options.redact) };
  yield headOf(report);
  yield `<body>\n${headerHtml(report, context)}\n`;
  const blocks = new Map<number, number>();
  for await (const { number, members, details } of blockedDetails(report.cases, context)) {
    for (const index of members) blocks.set(index, number);
    yield dataElement(`details-${number}`, details);
  }
  const data: PageData = {
    verdict: report.verdict,
    startedAt: report.startedAt,
    durationMs: report.durationMs,
    concurrency: report.concurrency,
    hasEarlier: report.cases.some((reported) => earlierMsOf(reported, context) !== undefined),
    cases: report.cases.map((reported, index) => pageCase(reported, context, blocks.get(index))),
  };
  yield dataElement('report', embeddedJson(data));
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

/** No request leaves the page, and no text can become a script: not even through the page's own. */
const policy = [
  "default-src 'none'",
  `script-src ${hashSource(pageScript)}`,
  `style-src ${hashSource(pageStyle)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function headOf(report: SuiteReport): string {
  const colour = report.verdict === 'passed' ? '2ea043' : 'e5484d';
  const icon = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='4' fill='%23${colour}'/%3E%3C/svg%3E`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapedHtml(titleOf(report))}</title>
<link rel="icon" href="${icon}">
<style>${pageStyle}</style>
</head>
`;
}

function dataElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json}</script>\n`;
}
