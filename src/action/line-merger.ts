import type { LogSource } from '../lambda/platform-log/log-sink.js';

/** An unfinished line is passed on once it is longer than this. */
const LONGEST_HELD_BYTES = 64 * 1024;

const NEWLINE = 0x0a;
const newline = Buffer.from('\n');

/** Merges several streams into one without mixing their lines. */
export interface LineMerger {
  /**
   * Takes a chunk of one stream, and returns the pieces that can be passed on now. They are not joined, which would copy a
   * long log.
   */
  push(chunk: Buffer, source: LogSource): Buffer[];
  /** Ends all streams, and returns what is left, ended by a newline. */
  flush(): Buffer[];
}

/** A merger that holds nothing yet. */
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

  /** The unfinished lines of all streams, each made a line of its own. */
  const release = (): Buffer[] => {
    const rest = [...unfinished].flatMap(([source, bytes]) => pass([bytes], source));
    unfinished.clear();
    return rest;
  };

  return {
    push(chunk, source) {
      // A line of the platform comes after everything printed before it. It may begin with a newline to end an unfinished
      // line, which is not needed here.
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
