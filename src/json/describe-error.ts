import { walkJson } from './walk.js';

/** Where and why a JSON text is not valid. `line` and `column` count from 1, columns in UTF-16 units, as editors do. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  /** Two lines: the line itself, and a mark under the place. */
  readonly excerpt: string;
}

/** Finds the first mistake in a text that `JSON.parse` refused. */
export function describeJsonError(text: string): JsonError {
  const bytes = Buffer.from(text);
  const at = walkJson(bytes);
  const offset = bytes.toString('utf8', 0, at === -1 ? bytes.length : at).length;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = offset === 0 ? 1 : text.slice(0, offset).split('\n').length;
  const found = text.codePointAt(offset);
  return {
    line,
    column: offset - lineStart + 1,
    reason:
      found === undefined ? 'the text ends too early' : `unexpected ${JSON.stringify(String.fromCodePoint(found))}`,
    excerpt: excerptAt(text, line, offset - lineStart + 1),
  };
}

const excerptRadius = 50;

/**
 * One line of a text with a mark under a column (both count from 1). Of a long line, only the part around the column is
 * shown.
 */
export function excerptAt(text: string, line: number, column: number): string {
  const whole = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '');
  const start = Math.max(0, column - 1 - excerptRadius);
  const shown = whole.slice(start, column - 1 + excerptRadius).replaceAll('\t', ' ');
  const before = start > 0 ? '…' : '';
  const after = column - 1 + excerptRadius < whole.length ? '…' : '';
  return `  ${before}${shown}${after}\n  ${' '.repeat(before.length + column - 1 - start)}^`;
}
