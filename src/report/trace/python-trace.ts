import type { TraceDialect, TraceLine } from './frame.js';

/** `File "/x/y.py", line 3, in f`, Lambda's `File "/x/y.py" Line 3` of a syntax error, and both in the frame of an exception group. */
const frame = /^[\s|]*File "([^"]+)",? [Ll]ine (\d+)/;

/** The traces of Python, the frame nearest to the error last. */
export const pythonTrace: TraceDialect = { placeOf, innermostLast: true };

function placeOf(text: string): TraceLine['place'] | undefined {
  const match = frame.exec(text);
  if (match === null) return undefined;
  const [whole, file = '', line] = match;
  return { file, line: Number(line), start: text.indexOf(`"${file}"`), end: whole.length };
}
