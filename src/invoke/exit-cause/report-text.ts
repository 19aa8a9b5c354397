/** The longest line that is read, in characters: longer ones would be slow to match, and no report has any. */
const longestLine = 2000;

/** A text with its lines cut to that length. A handler may have printed anything before its process ended. */
export function readable(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.map((line) => (line.length > longestLine ? line.slice(0, longestLine) : line)).join('\n');
}

/** The text from the last match of a pattern on. The pattern must be global, and should match within one line. */
export function fromLast(text: string, marker: RegExp): string | undefined {
  let at = -1;
  for (const { index } of text.matchAll(marker)) at = index;
  return at === -1 ? undefined : text.slice(at);
}

/** The lines of a text, up to the first empty line. */
export function paragraph(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  return end === -1 ? lines : lines.slice(0, end);
}
