import { marked, type Token } from 'marked';

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
export function foreignIn(markdown: string): string[] {
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
export function depthOf(markdown: string): number {
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
