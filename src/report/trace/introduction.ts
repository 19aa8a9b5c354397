/**
 * How many lines at the start of a trace repeat the error's type and message, as in Node.js; the message may have several
 * lines.
 * @param trace its lines, as they stand there
 * @returns 0 where the trace does not begin so
 */
export function introductionLength(trace: readonly string[], errorType: string, message: string): number {
  const lines = lineCount(message, trace.length);
  if (lines > trace.length) return 0;
  const introduction = trace.slice(0, lines).join('\n');
  const says = message === '' ? introduction === errorType : introduction.includes(message.replaceAll('\r\n', '\n'));
  return says && /^\S/.test(introduction) ? lines : 0;
}

/** How many lines a text has, counting no further than `most` + 1. */
function lineCount(text: string, most: number): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && count <= most; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
