/** A place in a text, counted from 1; columns count UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset. Line breaks are LF, CR LF and CR, as in YAML. */
export function positionAt(text: string, offset: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    const next = match.index + match[0].length;
    if (next > offset) break;
    line += 1;
    lineStart = next;
  }
  return { line, column: offset - lineStart + 1 };
}

const excerptLength = 120;

/**
 * One line of a text with a caret under the column, for a message; long lines are cut around the column. If the line is
 * blank, the last line before it that is not blank is shown, because an unclosed bracket is only noticed at the end.
 */
export function excerptAt(text: string, position: TextPosition): string {
  const lines = text.split(/\r\n?|\n/, position.line);
  const last = lines.findLastIndex((candidate) => candidate.trim() !== '');
  const line = last === -1 ? position.line : last + 1;
  const whole = lines[line - 1] ?? '';
  const column = line === position.line ? position.column : whole.length + 1;
  const start = Math.max(0, column - 1 - excerptLength / 2);
  const shown = whole.slice(start, start + excerptLength).replaceAll('\t', ' ');
  const head = start > 0 ? '…' : '';
  const tail = start + excerptLength < whole.length ? '…' : '';
  const gutter = `  ${line} | `;
  const caret = ' '.repeat(gutter.length + head.length + Math.min(column - 1, whole.length) - start);
  return `${gutter}${head}${shown}${tail}\n${caret}^`;
}
