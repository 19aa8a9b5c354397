import { isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in the user's own code. `line` and `column` count from 1. */
export interface UserFrame {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Paths of code that is not the user's: dependencies and the standard libraries. */
const foreign =
  /[\\/](?:node_modules|site-packages|dist-packages|lib[\\/]python\d+(?:\.\d+)?|Lib[\\/](?:importlib|asyncio|json))[\\/]/;

/**
 * The frame of a trace nearest to the error that lies in the user's own code.
 * @param trace the lines of a Node `trace` (the error first), or the entries of a Python `stackTrace` (the error last).
 * @param options.runtimes the folder of our bootstraps, whose frames are not the user's.
 */
export function firstUserFrame(trace: readonly string[], { runtimes }: { runtimes: string }): UserFrame | undefined {
  const lines = trace.flatMap((entry) => entry.split('\n'));
  const bootstraps = resolve(runtimes) + sep;
  const isUsers = (frame: UserFrame | undefined) =>
    frame !== undefined && !foreign.test(frame.file) && !frame.file.startsWith(bootstraps);
  return lines.map(nodeFrame).find(isUsers) ?? lines.map(pythonFrame).findLast(isUsers);
}

const stackFrame = /^\s+at (?:async )?(?:.*?\()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;
const syntaxErrorPlace = /^((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*):(\d+)$/;

/** `at f (/x/y.js:1:2)`, `at async file:///x/y.mjs:1:2`, and the `/x/y.js:3` that stands before a syntax error. */
function nodeFrame(line: string): UserFrame | undefined {
  const match = stackFrame.exec(line) ?? syntaxErrorPlace.exec(line);
  if (match === null) return undefined;
  const [, place = '', row, column] = match;
  return frameAt(place, Number(row), column);
}

/** `File "/x/y.py", line 3, in f`, and Lambda's `File "/x/y.py" Line 3` of a syntax error. */
function pythonFrame(line: string): UserFrame | undefined {
  const match = /^\s*File "([^"]+)",? [Ll]ine (\d+)/.exec(line);
  if (match === null) return undefined;
  const [, place = '', row] = match;
  return frameAt(place, Number(row), undefined);
}

function frameAt(place: string, line: number, column: string | undefined): UserFrame | undefined {
  try {
    const file = place.startsWith('file://') ? fileURLToPath(place) : place;
    return isAbsolute(file) ? { file, line, ...(column === undefined ? {} : { column: Number(column) }) } : undefined;
  } catch {
    return undefined;
  }
}
