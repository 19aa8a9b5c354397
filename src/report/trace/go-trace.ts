import type { TraceDialect, TraceLine } from './frame.js';

/** `at handle (app/main.go:42)`, of what AWS's client reports of a panic. */
const frame = /^\s*at \S.* \(([^():]+\.go):(\d+)\)$/;

/** The traces of Go, the frame nearest to the error first. */
export const goTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const match = frame.exec(text);
  if (match === null) return undefined;
  const [, file = '', line] = match;
  return { file, line: Number(line), start: text.lastIndexOf('(') + 1, end: text.length - 1 };
}
