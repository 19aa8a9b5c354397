import type { TraceDialect, TraceLine } from './frame.js';

/** `at f (PLACE)`, `at async f (PLACE)`, `at new C (PLACE)`, `at PLACE`. */
const stackFrame = /^\s*at (?:(?:async )?.*? \((.+)\)|(?:async )?(.+))$/;

/** `eval at f (PLACE), <anonymous>:1:7`: the place is that of the call. */
const evaluated = /^eval at .* \((.+?:\d+:\d+)\)(?:, .*)?$/;

const placeWithColumn = /^(.+?):(\d+):(\d+)$/;

/** The `/x/y.js:3` that stands before a syntax error, and before an error that nobody caught. */
const heading = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+)$/;

/** The traces of V8, the frame nearest to the error first. */
export const nodeTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const title = heading.exec(text);
  if (title !== null) return found(text, title[1] ?? '', Number(title[2]));
  const frame = stackFrame.exec(text);
  let named = frame?.[1] ?? frame?.[2];
  for (let inner = evaluated.exec(named ?? ''); inner !== null; inner = evaluated.exec(named ?? '')) named = inner[1];
  const match = placeWithColumn.exec(named ?? '');
  if (match === null) return undefined;
  const [whole, file = '', line, column] = match;
  if (!/^(?:\/|[A-Za-z]:[\\/]|[a-z][a-z-]*:|\.\.?[\\/])/.test(file)) return undefined;
  return found(text, file, Number(line), Number(column), whole);
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
