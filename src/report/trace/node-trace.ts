import type { TraceDialect, TraceLine } from './frame.js';

/** `at f (PLACE)`, `at async f (PLACE)`, `at new C (PLACE)`, `at PLACE`. */
const stackFrame = /^\s*at (.+)$/;

/** The start of a frame of evaluated code, `eval at f (PLACE), <anonymous>:1:7`, where the place is that of the call. */
const evaluated = 'eval at ';

/** The place of a call of `eval`, up to the parenthesis after it. */
const placeOfCall = /^(.+?:\d+:\d+)\)/;

const placeWithColumn = /^(.+?):(\d+):(\d+)$/;

/** The `/x/y.js:3` above a syntax error or an uncaught error. */
const heading = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+)$/;

/** The traces of V8, the frame nearest to the error first. */
export const nodeTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const title = heading.exec(text);
  if (title !== null) return found(text, title[1] ?? '', Number(title[2]));
  const match = placeWithColumn.exec(nameOfPlace(stackFrame.exec(text)?.[1] ?? ''));
  if (match === null) return undefined;
  const [whole, file = '', line, column] = match;
  if (!/^(?:\/|[A-Za-z]:[\\/]|[a-z][a-z-]*:|\.\.?[\\/])/.test(file)) return undefined;
  return found(text, file, Number(line), Number(column), whole);
}

/** The text after a frame's `at` that names its place. It is found in linear time, since a handler may print any line. */
function nameOfPlace(frame: string): string {
  const open = frame.endsWith(')') ? frame.indexOf(' (') : -1;
  let named = open === -1 ? frame.replace(/^async /, '') : frame.slice(open + 2, -1);
  if (!named.startsWith(evaluated)) return named;
  while (named.startsWith(evaluated) && named.includes(' (')) named = named.slice(named.indexOf(' (') + 2);
  return placeOfCall.exec(named)?.[1] ?? '';
}

function found(
  text: string,
  file: string,
  line: number,
  column?: number,
  whole = `${file}:${line}`,
): TraceLine['place'] {
  const start = text.lastIndexOf(whole);
  return { file, line, ...(column === undefined ? {} : { column }), start, end: start + whole.length };
}
