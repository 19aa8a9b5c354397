import type { LogSource } from '../lambda/platform-log/log-sink.js';

/** A line that is longer than this is passed on before its end has come. */
const LONGEST_HELD_BYTES = 64 * 1024;

const NEWLINE = 0x0a;
const newline = Buffer.from('\n');

/** Makes one stream of several, without tearing the lines of one by those of another. */
export interface LineMerger {
  /** Takes a chunk of one stream; gives the pieces that can be passed on now. They are not joined: a long log would be copied. */
  push(chunk: Buffer, source: LogSource): Buffer[];
  /** Ends all streams; gives what is left, closed by a newline. */
  flush(): Buffer[];
}

/** A merger with nothing in it. */
export function createLineMerger(): LineMerger {
  const unfinished = new Map<LogSource, Buffer>();
  let openLine: LogSource | undefined;

  const pass = (pieces: readonly (Buffer | undefined)[], source: LogSource): Buffer[] => {
    const bytes = pieces.filter((piece) => piece !== undefined).filter((piece) => piece.length > 0);
    const last = bytes.at(-1);
    if (last === undefined) return [];
    const torn = openLine !== undefined && openLine !== source;
    openLine = last.at(-1) === NEWLINE ? undefined : source;
    return torn ? [newline, ...bytes] : bytes;
  };

  /** What the streams have not ended, as lines of their own. */
  const release = (): Buffer[] => {
    const rest = [...unfinished].flatMap(([source, bytes]) => pass([bytes], source));
    unfinished.clear();
    return rest;
  };

  return {
    push(chunk, source) {
      // A platform line stands after all that was printed before it, an unfinished line too, and may start with its end.
      if (source === 'platform')
        return [...release(), ...pass([chunk[0] === NEWLINE ? chunk.subarray(1) : chunk], source)];
      const start = unfinished.get(source);
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      const rest = chunk.subarray(end);
      const held = end === 0 && start !== undefined ? Buffer.concat([start, rest]) : Buffer.from(rest);
      if (held.length > LONGEST_HELD_BYTES) {
        unfinished.delete(source);
        return pass([start, chunk], source);
      }
      unfinished.set(source, held);
      return end === 0 ? [] : pass([start, chunk.subarray(0, end)], source);
    },
    flush() {
      const rest = release();
      if (openLine !== undefined) rest.push(newline);
      openLine = undefined;
      return rest;
    },
  };
}
