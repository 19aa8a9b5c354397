import type { TraceDialect, TraceLine } from './frame.js';

/** ``/x/y.rb:3:in `f'``, from Ruby 3.4 on `/x/y.rb:3:in 'C#f'`, and the `/x/y.rb:3: ` before the text of a syntax error. */
const frame = /^(?:\s*from )?((?:[A-Za-z]:)?[^:\s][^:]*\.(?:rb|ru|rake|erb)):(\d+)(?=:|$)/;

/** The traces of Ruby, the frame nearest to the error first. */
export const rubyTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const match = frame.exec(text);
  if (match === null) return undefined;
  const [whole, file = '', line] = match;
  return { file, line: Number(line), start: whole.length - `${file}:${line}`.length, end: whole.length };
}
