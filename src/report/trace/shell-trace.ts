import type { TraceDialect, TraceLine } from './frame.js';

/** `/x/bootstrap: line 3: jq: command not found` of bash, `/x/bootstrap: 3: jq: not found` of dash. */
const complaint = /^(\/[^:]+): (?:line )?(\d+): \S/;

/** The error messages of shells. */
export const shellTrace: TraceDialect = { placeOf, innermostLast: true };

function placeOf(text: string): TraceLine['place'] | undefined {
  const [whole = '', file = '', line] = complaint.exec(text) ?? [];
  if (line === undefined) return undefined;
  return { file, line: Number(line), start: 0, end: whole.lastIndexOf(':') };
}
