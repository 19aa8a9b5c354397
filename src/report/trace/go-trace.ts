import type { TraceDialect, TraceLine } from './frame.js';

/** `at handle (app/main.go:42)`, as AWS's client reports a panic. */
const reported = /^\s*at \S.* \(([^():]+\.go):(\d+)\)$/;

/** `/app/main.go:42 +0x1d`, as Go itself prints it below the function's name. */
const printed = /^\s+((?:[A-Za-z]:)?[^:\s][^:]*\.go):(\d+)(?: \+0x[0-9a-f]+)?$/;

/** The traces of Go, the frame nearest to the error first. */
export const goTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const [, file = '', line] = reported.exec(text) ?? printed.exec(text) ?? [];
  if (line === undefined) return undefined;
  const start = text.lastIndexOf(`${file}:${line}`);
  return { file, line: Number(line), start, end: start + `${file}:${line}`.length };
}
