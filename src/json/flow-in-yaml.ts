/** An error of a YAML parser (js-yaml's `YAMLException`): its reason, and the offset in the text. */
interface ParserError {
  readonly reason: string;
  readonly mark?: { position: number; line: number; column: number };
}

/** What a parser made of a text, and where in it an offset is that the parser names. */
export interface ParsedFlow<Value> {
  readonly value: Value;
  originalOffset(offset: number): number;
}

/** A line that was indented more, by the offset of its start in the text that was parsed. */
interface Indented {
  readonly lineStart: number;
}

/** How many lines are indented more, at most: each costs parsing the text up to there. */
const maxIndentedLines = 300;

/**
 * Parses YAML as the tools that read configurations do (js-yaml 4, PyYAML, SnakeYAML). YAML's grammar wants each line of a JSON-like
 * collection or of a quoted text in a block to be indented more than the block, also the one with the closing bracket:
 *
 *     environment: {
 *       TABLE: orders
 *     }
 *
 * These tools do not look at the indentation there, and neither does a deploy. The parser does, so such lines are indented more
 * before it reads them again, which changes no value. A text that needs nothing of it is parsed once.
 * @param parse throws an error with `reason` and `mark` where a text does not parse
 * @throws what `parse` throws, its place being that in `text`
 */
export function parseWithLooseFlow<Value>(text: string, parse: (text: string) => Value): ParsedFlow<Value> {
  const indented: Indented[] = [];
  let width = 0;
  let current = text;
  for (;;) {
    try {
      const value = parse(current);
      return { value, originalOffset: (offset) => originalOffset(offset, indented, width) };
    } catch (error) {
      if (!isParserError(error) || error.mark === undefined) throw error;
      const { position } = error.mark;
      const lineStart = Math.max(current.lastIndexOf('\n', position - 1), current.lastIndexOf('\r', position - 1)) + 1;
      const last = indented.at(-1)?.lineStart ?? -1;
      if (error.reason !== 'deficient indentation' || lineStart <= last || indented.length === maxIndentedLines) {
        throw restored(error, error.mark, indented, width);
      }
      width ||= deepestIndentation(text) + 1;
      current = current.slice(0, lineStart) + ' '.repeat(width) + current.slice(lineStart);
      indented.push({ lineStart });
    }
  }
}

/** The deepest indentation that a block of a text can have: spaces, and indicators of nested blocks in one line. */
function deepestIndentation(text: string): number {
  let deepest = 0;
  for (const [prefix] of text.matchAll(/^[\t ?:-]+/gm)) deepest = Math.max(deepest, prefix.length);
  return deepest;
}

function originalOffset(offset: number, indented: readonly Indented[], width: number): number {
  let low = 0;
  let high = indented.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indented[middle]?.lineStart ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = indented[low - 1];
  if (last === undefined) return offset;
  return Math.max(offset, last.lineStart + width) - low * width;
}

/** The error with the place that it has in the text as it was written. */
function restored(
  error: ParserError,
  mark: NonNullable<ParserError['mark']>,
  indented: readonly Indented[],
  width: number,
) {
  const position = originalOffset(mark.position, indented, width);
  const lineStart = mark.position - mark.column;
  if (indented.some((line) => line.lineStart === lineStart)) mark.column = Math.max(0, mark.column - width);
  mark.position = position;
  return error;
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof Error && 'reason' in error && 'mark' in error;
}
