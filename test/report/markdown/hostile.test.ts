import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { InvocationReport } from '../../../src/report/invocation-report.js';
import { renderSummary } from '../../../src/report/markdown/render-summary.js';
import { seedOfChance } from '../../chance.js';
import { anyCharacters } from '../../hostile/characters.js';
import { failed, reportOf, succeeded, workspace } from './reports.js';

/** What has a meaning to Markdown, HTML or GitHub. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '</details></summary></code></pre>',
  '<!-- -->',
  '![x](https://evil.example/x.png)',
  '[x](https://evil.example)',
  '[x]: https://evil.example',
  'https://evil.example www.evil.example evil@evil.example',
  'xmpp:evil@evil.example/x ftp://evil.example mailto:evil@evil.example',
  '@octocat @org/team',
  '#123 GH-123 owner/repo#1 octocat@0123456789abcdef0123456789abcdef01234567',
  ':tada:',
  '$`x`$ $$x$$',
  '`a` ``b`` `',
  '```\n</pre>\n````\n',
  `${'`'.repeat(300)}\n${'~'.repeat(300)}\n`,
  'a | b \\| c \\',
  '| --- |\n| --- |',
  '\n\n# evil\n\n- evil\n\n> evil\n',
  '&#64;octocat &lt;b&gt;',
  '**evil** __evil__ ~~evil~~ *evil*',
  '[^1] [!WARNING]',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u001b[0m',
  '\u0000\u0008\r\u000c\u0085\u2028\u2029',
  '\u202eevil\u2066\ufeff\ud800 \udc00',
];

function reportsWith(text: string): InvocationReport[] {
  const diagnostic: Diagnostic = {
    severity: 'warning',
    code: 'x',
    message: text,
    hint: text,
    location: { file: text, line: 1 },
  };
  const told = { key: text, case: text, log: text, event: { [text]: text }, runtime: text, interpreter: text };
  const shared = { ...told, diagnostics: [diagnostic, { ...diagnostic, message: `x \`${text}\` y` }] };
  const html = { statusCode: 200, headers: { [text]: text, 'content-type': text }, body: text };
  return [
    succeeded(Buffer.from(text), shared),
    succeeded(html, shared),
    succeeded(text, shared),
    succeeded(Buffer.from([0, 255]), { http: { statusCode: 200, headers: { 'content-type': text }, cookies: [text] } }),
    failed({ errorType: text, errorMessage: text, trace: [text, `>${text}`, `|${text}`] }, shared),
    failed({ status: 'timeout', errorType: text, userPlace: { file: text } }, shared),
    reportOf({ kind: 'refused', diagnostic }, { function: text, case: text }),
    reportOf({ kind: 'cancelled', signal: 'SIGINT' }, { function: text, log: text }),
    reportOf({ kind: 'defect', details: text }),
  ];
}

function render(reports: readonly InvocationReport[], maxBytes = 1024 * 1024): string {
  return renderSummary(reports, { redact: (text) => text, workspace, maxBytes });
}

/** The summary of all, and of each alone. */
function summariesWith(text: string): string[] {
  const reports = reportsWith(text);
  return [render(reports), ...reports.map((report) => render([report]))];
}

const ours = new Set('h3 p strong b code pre table thead tbody tr th td br sub details summary span'.split(' '));

/** What a page has besides what is ours: other elements, attributes that do something, and words that GitHub makes links of. */
function foreignIn(html: string): string[] {
  const elements = Array.from(html.matchAll(/<\/?([a-z][\w-]*)([^>]*)>/gi), ([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: attributes.trim(),
  }));
  const foreign = elements.filter(
    ({ name, attributes }) => !ours.has(name) || /(?:^|\s)(?:on\w+|href|src|style)\s*=/i.test(attributes),
  );
  const prose = html.replaceAll(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '');
  const references = prose.match(/@\w|#\d|\bGH-\d|:\w+:|\b[0-9a-f]{7,}\b|https?:|www\.|\$\$/gi) ?? [];
  return [...foreign.map(({ name, attributes }) => `<${name} ${attributes}>`), ...references];
}

function depths(html: string): Record<string, number> {
  const of = (name: string): number =>
    (html.match(new RegExp(`<${name}\\b`, 'g')) ?? []).length -
    (html.match(new RegExp(`</${name}>`, 'g')) ?? []).length;
  return { details: of('details'), summary: of('summary'), pre: of('pre'), table: of('table') };
}

const balanced = { details: 0, summary: 0, pre: 0, table: 0 };

/** GitHub's own reader of Markdown, where it is installed. */
const cmark = spawnSync('cmark-gfm', ['--version']).status === 0;
if (!cmark) console.log("GitHub's own reader of Markdown is not tried: there is no `cmark-gfm` on PATH.");

function cmarkHtml(markdown: string): string {
  const args = ['--unsafe', ...['table', 'autolink', 'strikethrough', 'tasklist'].flatMap((name) => ['-e', name])];
  return spawnSync('cmark-gfm', args, { input: markdown, encoding: 'utf8', maxBuffer: 1e8 }).stdout;
}

const readers: [string, (markdown: string) => string][] = [
  ['marked', (markdown) => marked.parse(markdown, { async: false, gfm: true })],
  ...(cmark ? [['cmark-gfm', cmarkHtml] as [string, (markdown: string) => string]] : []),
];

describe.each(readers)('as %s reads it, nothing that is not ours has a meaning', (_, toHtml) => {
  test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))('%s', (_name, text) => {
    for (const markdown of summariesWith(text)) {
      const html = toHtml(markdown);
      expect(foreignIn(html)).toEqual([]);
      expect(depths(html)).toEqual(balanced);
    }
  });
});

test('nor have any of these together with anything', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...hostile), anyCharacters(8), fc.constantFrom(' ', '\n', '`', '|')), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (one) => {
      const html = marked.parse(render(reportsWith(one)), { async: false, gfm: true });
      expect(foreignIn(html)).toEqual([]);
      expect(depths(html)).toEqual(balanced);
    }),
    { numRuns: 150, seed: seedOfChance },
  );
});

test('nothing is left that a page does not show as itself', () => {
  for (const text of hostile) {
    for (const markdown of summariesWith(text)) {
      expect(markdown).not.toMatch(/(?![\n\t])\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u);
    }
  }
});

test.each([300, 2_000, 20_000, 100_000])('%d bytes of UTF-8 are never passed', (maxBytes) => {
  for (const text of ['😀'.repeat(20_000), 'x'.repeat(50_000), ...hostile]) {
    const reports = reportsWith(text);
    for (const some of [reports, ...reports.map((report) => [report])]) {
      expect(Buffer.byteLength(render(some, maxBytes))).toBeLessThanOrEqual(maxBytes);
    }
  }
});

describe('of 5,000 invocations', () => {
  const many = Array.from({ length: 5_000 }, (_, index) =>
    index % 1_000 === 999
      ? failed({ errorType: 'RareError', errorMessage: `failure ${index}` }, { case: `case ${index}` })
      : succeeded({ padding: 'x'.repeat(2_000) }, { case: `case ${index}` }),
  );
  const markdown = render(many);

  test('the room that there is is used and kept to', () => {
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(700_000);
  });

  test('the failures are all there, first, in the table and below it', () => {
    expect(markdown.match(/^\| `orders` \| `case \d+` \| ❌ error/gm)).toHaveLength(5);
    expect(markdown.match(/<summary>❌ .*RareError: failure \d+/g)).toHaveLength(5);
    expect(markdown.indexOf('❌ error')).toBeLessThan(markdown.indexOf('✅ success'));
  });

  test('what is left out is told', () => {
    expect(markdown).toMatch(
      /\nThe table shows 1,000 of 5,000 invocations, failures first\. All that are missing succeeded\.\n/,
    );
    expect(markdown).toMatch(
      /\nThere was no room for the details of [\d,]+ invocations: .* All that are missing succeeded\.\n/,
    );
  });
});
