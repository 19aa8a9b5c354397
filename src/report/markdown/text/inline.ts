/** The longest text in a cell or a heading, in UTF-16 units. */
const longestInline = 200;

/**
 * Text as code on one line of Markdown, also in a cell of a table. GitHub renders nothing in it as a link, mention or emoji.
 * @param text fit to be seen
 */
export function codeSpan(text: string, limit = longestInline): string {
  const line = oneLine(text, limit);
  if (line === '') return '';
  return /[`|]/.test(line) ? entityCode(line) : `\`${line}\``;
}

/**
 * Text as code inside HTML, where Markdown is not read.
 * @param text fit to be seen
 */
export function htmlCode(text: string, limit = longestInline): string {
  return `<code>${escapeHtml(oneLine(text, limit))}</code>`;
}

/** Text with HTML's special characters escaped. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text on one line, its end left out where it is too long. */
export function oneLine(text: string, limit: number): string {
  const line = text
    .slice(0, 4 * limit)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * For text that a code span can't hold everywhere: every character except letters and digits becomes an entity. The comment
 * keeps Markdown from reading the text around an at sign as an address.
 */
function entityCode(line: string): string {
  const entities = line.replaceAll(/[^\p{L}\p{N} ]/gu, (character) =>
    character === '@' ? '<!-- -->&#64;<!-- -->' : `&#${character.codePointAt(0)};`,
  );
  return `<code>${entities}</code>`;
}
