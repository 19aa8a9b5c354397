import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, htmlPage } from './page.js';

/** A page with a file, and an annotation below the line that it is for, as a pull request shows it. */
export function annotationPage(root, { title, message, file, line }) {
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const rows = lines.map((text, index) => {
    const row = `<tr><td class="number">${index + 1}</td><td class="line">${escapeHtml(text)}</td></tr>`;
    return index + 1 === Number(line) ? row + annotation({ title, message, file, line }) : row;
  });
  return htmlPage(
    `<section class="box"><header class="path">${escapeHtml(file)}</header><table class="file">${rows.join('\n')}</table></section>`,
  );
}

function annotation({ title, message, file, line }) {
  return `<tr><td colspan="2" class="around"><div class="annotation">
<div class="check"><span class="cross">✕</span> <b>Check failure on line ${escapeHtml(line)} in ${escapeHtml(file)}</b></div>
<div class="source">GitHub Actions / test</div>
<div class="title">${escapeHtml(title)}</div><pre>${escapeHtml(message)}</pre>
</div></td></tr>`;
}
