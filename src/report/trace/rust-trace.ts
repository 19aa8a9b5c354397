import type { TraceDialect, TraceLine } from './frame.js';

/** `    at src/main.rs:12:5`, of a panic and of its backtrace. */
const frame = /^\s+at ((?:[A-Za-z]:)?[^:\s][^:]*\.rs):(\d+):(\d+)$/;

/** The traces of Rust, the frame nearest to the error first. */
export const rustTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const [, file = '', line, column] = frame.exec(text) ?? [];
  if (line === undefined) return undefined;
  return { file, line: Number(line), column: Number(column), start: text.indexOf(file), end: text.length };
}
