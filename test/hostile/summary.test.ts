import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { reportInvocation } from '../../src/report/invocation-report.js';
import { renderSummary } from '../../src/report/markdown/render-summary.js';
import type { Outcome } from '../../src/report/outcome.js';
import { createRedactor } from '../../src/report/secrets/redactor.js';
import { secretForms } from '../../src/report/secrets/secret-forms.js';
import { failed, invoked, succeeded } from '../action/results.js';
import { holds } from './property.js';
import { reportFacts, reportFrom } from './reports.js';
import { hostileText, throughUtf8 } from './texts.js';

const largest = 1024 * 1024;
const asIs = { redact: (text: string) => text, workspace: '/workspace' };

/** The kinds of token that we write ourselves. Neither a link nor an image is one of them, nor a list, a quote or a rule. */
const ours = new Set([
  'heading',
  'paragraph',
  'table',
  'code',
  'codespan',
  'text',
  'strong',
  'html',
  'space',
  'br',
  'escape',
]);

/** The HTML that we write ourselves: a handler's text stands in it as code, with nothing in it that HTML reads. */
const ourHtml =
  /^(?:<details(?: open)?>|<\/details>|<summary>(?:[^<]|<\/?(?:b|code)>)*<\/summary>|<\/?(?:sub|code|b|br)>|<br>|<!-- -->|<pre>[^<]*<\/pre>|\s)+$/;

/** What GitHub makes a link, a picture or a mention of in a text that is no code. */
const reference = /@\w|(?:^|\W)#\d+\b|\bGH-\d+\b|:\w+:|https?:|(?:^|[\s*_~(])www\.|\$\$|\b[0-9a-f]{7,40}\b/i;

function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => void tokens.push(token));
  return tokens;
}

/** What of a summary is not ours. */
function foreignIn(markdown: string): string[] {
  const tokens = tokensOf(markdown);
  const foreign = tokens.filter(({ type }) => !ours.has(type));
  const html = tokens.filter(({ type }) => type === 'html');
  return [
    ...foreign.map(({ type, raw }) => `${type}: ${raw}`),
    ...html.filter(({ raw }) => !ourHtml.test(raw)).map(({ raw }) => `html: ${raw}`),
    ...proseOf(tokens).filter((text) => reference.test(text)),
  ];
}

/** The texts that are no code. */
function proseOf(tokens: readonly Token[]): string[] {
  const prose: string[] = [];
  let isCode = false;
  for (const token of tokens) {
    if (token.type === 'html' && /<\/?code>$/.test(token.raw)) isCode = !token.raw.startsWith('</');
    else if (token.type === 'text' && !isCode && token['tokens'] === undefined) prose.push(token.raw);
  }
  return prose;
}

/** How deep parts are folded in one another, where each is ended; -1 where one is not. */
function depthOf(markdown: string): number {
  let depth = 0;
  let deepest = 0;
  for (const { type, raw } of tokensOf(markdown)) {
    if (type !== 'html') continue;
    for (const [tag] of raw.matchAll(/<\/?details/g)) {
      depth += tag === '<details' ? 1 : -1;
      deepest = Math.max(deepest, depth);
      if (depth < 0) return -1;
    }
  }
  return depth === 0 ? deepest : -1;
}

describe('a summary', () => {
  test('has nothing of the handler but text and code, of one invocation and of several', async () => {
    await holds(150, [fc.array(reportFacts, { minLength: 1, maxLength: 3 })], async (facts) => {
      const markdown = renderSummary(await Promise.all(facts.map(reportFrom)), { ...asIs, maxBytes: largest });
      expect(markdown).not.toBe('');
      expect(foreignIn(markdown)).toEqual([]);
      expect(depthOf(markdown)).toBeGreaterThanOrEqual(0);
      expect(depthOf(markdown)).toBeLessThanOrEqual(2);
      expect(throughUtf8(markdown)).toBe(markdown);
    });
  });

  test('is within any number of bytes, and whole at each', async () => {
    await holds(
      80,
      [fc.array(reportFacts, { minLength: 1, maxLength: 4 }), fc.nat({ max: 20_000 })],
      async (facts, maxBytes) => {
        const markdown = renderSummary(await Promise.all(facts.map(reportFrom)), { ...asIs, maxBytes });
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
        expect(depthOf(markdown)).toBeGreaterThanOrEqual(0);
      },
    );
  });

  test('has no secret in any form', async () => {
    const secrets = ['hunter2-%&"\n-----KEY', 'abcdefgh', 'a@b<c>`d|e'];
    const forms = secrets.flatMap(secretForms);
    const leaking = reportFacts.chain((facts) =>
      fc.array(fc.oneof(hostileText, fc.constantFrom(...forms)), { minLength: 1, maxLength: 4 }).map((parts) => {
        const text = parts.join('');
        const outcome: Outcome = invoked(
          text.length % 2 === 0
            ? succeeded(JSON.stringify({ statusCode: 200, body: text, headers: { [text]: text } }))
            : failed(text, text, { trace: [`    at ${text} (/workspace/${text}:1:1)`] }),
        );
        return {
          ...facts,
          outcome,
          log: text,
          event: Buffer.from(text),
          names: { key: text, case: text, interpreter: text },
        };
      }),
    );
    await holds(80, [leaking], async (facts) => {
      const redact = createRedactor(secrets).text;
      const markdown = renderSummary([await reportFrom(facts)], { ...asIs, redact, maxBytes: largest });
      expect(forms.filter((form) => markdown.includes(form))).toEqual([]);
    });
  });

  const sixMegabytes = 6 * 1024 * 1024;
  test.each([
    ['brackets', '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],', '['],
    ['brackets that are never closed', '[', ''],
    ['empty lines', '\n', ''],
    ['the starts of escapes', '\u001b]8;;', ''],
  ])('takes no time to speak of where what came back is 6 MB of %s', async (_what, repeated, start) => {
    const text = start + repeated.repeat(sixMegabytes / repeated.length) + (start === '' ? '' : '1]');
    const facts = {
      diagnostics: [],
      log: { text: text.slice(0, 65_536), omittedBytes: 0 },
      startedAt: new Date(0),
      runtimes: '/opt/runtimes',
    };
    const { text: redact } = createRedactor(['wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY']);
    for (const outcome of [invoked(succeeded(text)), invoked(failed('Error', text))]) {
      const startedAt = performance.now();
      const report = await reportInvocation(outcome, facts);
      const markdown = renderSummary([report], { redact, workspace: '/workspace', maxBytes: largest });
      expect(performance.now() - startedAt).toBeLessThan(20_000);
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(largest);
    }
  });
});
