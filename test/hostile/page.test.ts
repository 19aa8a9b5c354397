import { expect, test } from '@jest/globals';
import { renderHtmlReport } from '../../src/report/html/report-html.js';
import { readPage } from '../report/html/read-page.js';
import { reportedCase, suiteReport } from '../report/html/suite-reports.js';
import { holds } from './property.js';
import { hostileText } from './texts.js';

/** The page's elements and attributes, in order, without the texts in it. */
function structure(html: string): string[] {
  return (html.match(/<[^>]*>|<!--/g) ?? []).map((tag) => tag.replaceAll(/(datetime|content)="[^"]*"/g, ''));
}

async function pageWith(text: string): Promise<string> {
  const hostile = reportedCase({
    id: text,
    name: text,
    function: text,
    tags: [text],
    file: text,
    status: 'failed',
    findings: [{ path: text, message: text, diff: text, file: text }],
    error: { type: text, message: text, location: { file: text }, trace: [text] },
    requestId: text,
    texts: async () => ({ event: text, response: text, log: `first ${text}\nlast` }),
  });
  const refused = reportedCase({
    name: 'refused',
    status: 'not-run',
    diagnostic: { code: 'x', message: text, hint: text },
  });
  const report = suiteReport([hostile, refused], {
    uncovered: [text],
    stopped: { reason: text },
    problems: [{ code: 'x', message: text }],
  });
  let html = '';
  for await (const piece of renderHtmlReport(report, { redact: (same) => same, toolVersion: text, whole: text }))
    html += piece;
  return html;
}

test('no text becomes a part of the page: it has the same elements whatever stands in its texts, and gives the texts back', async () => {
  const plain = structure(await pageWith('plain'));
  await holds(300, [hostileText], async (text) => {
    const html = await pageWith(text);
    expect(structure(html)).toEqual(plain);
    const { report, details } = readPage(html);
    expect(report.cases).toHaveLength(2);
    const log = details(report.cases[0]?.name ?? '')?.texts.log ?? '';
    expect([log.startsWith('first '), log.endsWith('\nlast')]).toEqual([true, true]);
  });
});
