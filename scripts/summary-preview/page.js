import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';

const style = readFileSync(join(import.meta.dirname, 'github.css'), 'utf8');

const marked = new Marked({
  gfm: true,
  renderer: {
    code({ text, lang }) {
      const html = lang === 'json' ? colouredJson(text) : escapeHtml(text);
      return `<pre><code>${html}</code></pre>\n`;
    },
  },
});

/** A page with the summaries of steps, as they stand below each other on the page of a run. */
export function summaryPage(summaries) {
  return htmlPage(
    summaries
      .map(({ title, markdown }) => {
        const body = marked.parse(markdown);
        return `<section class="box"><header>${escapeHtml(title)} summary</header><div class="markdown">${body}</div></section>`;
      })
      .join('\n'),
  );
}

/** A page of its own. */
export function htmlPage(body) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Preview</title>
<style>
${style}</style>
<body>
${body}
</body>
</html>
`;
}

export function escapeHtml(text) {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON with keys, texts and numbers in colours. */
function colouredJson(text) {
  return text
    .split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b)/)
    .map((part, index) => {
      if (index % 2 === 0) return escapeHtml(part);
      const kind = part.endsWith(':') ? 'key' : part.startsWith('"') ? 'text' : 'value';
      return `<span class="${kind}">${escapeHtml(part)}</span>`;
    })
    .join('');
}
