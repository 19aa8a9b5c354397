import type { LogSource } from '../lambda/sandbox/log-sink.js';

/** A line that is longer than this is passed on before its end has come. */
const LONGEST_HELD_BYTES = 64 * 1024;

const NEWLINE = 0x0a;
const newline = Buffer.from('\n');

/** Makes one stream of several, without tearing the lines of one by those of another. */
export interface LineMerger {
  /** Takes a chunk of one stream; gives what can be passed on now. */
  push(chunk: Buffer, source: LogSource): Buffer;
  /** Ends all streams; gives what is left, closed by a newline. */
  flush(): Buffer;
}

/** A merger with nothing in it. */
export function createLineMerger(): LineMerger {
  const unfinished = new Map<LogSource, Buffer>();
  let openLine: LogSource | undefined;

  const pass = (bytes: Buffer, source: LogSource): Buffer => {
    if (bytes.length === 0) return bytes;
    const torn = openLine !== undefined && openLine !== source;
    openLine = bytes.at(-1) === NEWLINE ? undefined : source;
    return torn ? Buffer.concat([newline, bytes]) : bytes;
  };

  return {
    push(chunk, source) {
      const start = unfinished.get(source);
      const bytes = start === undefined ? chunk : Buffer.concat([start, chunk]);
      const lineStart = bytes.lastIndexOf(NEWLINE) + 1;
      const end = bytes.length - lineStart > LONGEST_HELD_BYTES ? bytes.length : lineStart;
      if (end === bytes.length) unfinished.delete(source);
      else unfinished.set(source, Buffer.from(bytes.subarray(end)));
      return pass(bytes.subarray(0, end), source);
    },
    flush() {
      const rest = [...unfinished].map(([source, bytes]) => pass(bytes, source));
      if (openLine !== undefined) rest.push(newline);
      openLine = undefined;
      unfinished.clear();
      return Buffer.concat(rest);
    },
  };
}
