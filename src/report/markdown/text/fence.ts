import { escapeHtml } from './inline.js';

/** Longer fences are not understood by every reader of Markdown: GitHub's counts to 255. */
const longestFence = 64;

/**
 * A block in which everything is literal, and which ends where we end it: its fence is longer than any run of backticks
 * in the text.
 * @param text fit to be seen
 * @param language how it is coloured, such as `json`
 */
export function fenced(text: string, language = 'text'): string {
  const longestRun = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
  const body = text.endsWith('\n') ? text : `${text}\n`;
  if (longestRun >= longestFence) return `<pre>\n${escapeHtml(body)}</pre>\n`;
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}${language}\n${body}${fence}\n`;
}
