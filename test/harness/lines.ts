import type { Readable } from 'node:stream';

/** Splits a stream as .NET's reader does, which is the runner's: at `\n`, `\r\n` and a lone `\r`. */
export async function forEachLine(stream: Readable, take: (line: string) => void): Promise<void> {
  stream.setEncoding('utf8');
  let begun = '';
  // A `\r` at the very end of what has come waits for the `\n` that may follow it.
  let waiting = '';
  for await (const chunk of stream) {
    const [first = '', ...further] = `${waiting}${chunk}`.split(/\r\n|\n|\r(?!$)/);
    const pieces = [`${begun}${first}`, ...further];
    const last = further.at(-1) ?? first;
    waiting = last.endsWith('\r') ? '\r' : '';
    begun = pieces.pop() ?? '';
    if (waiting !== '') begun = begun.slice(0, -1);
    for (const line of pieces) take(line);
  }
  if (begun !== '' || waiting !== '') take(begun);
}
