import type { Readable } from 'node:stream';

/** Splits a stream as .NET's reader does, which is the runner's: at `\n`, `\r\n` and a lone `\r`. */
export async function forEachLine(stream: Readable, take: (line: string) => void): Promise<void> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    // A `\r` at the very end waits for the `\n` that may follow it.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  if (rest !== '') take(rest.replace(/\r$/, ''));
}
