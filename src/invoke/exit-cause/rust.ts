import type { ExitCause, FindCause } from './exit-cause.js';
import { fromLast } from './report-text.js';

const panic = /^thread '.*' (?:\(\d+\) )?panicked at .+$/gm;

/** The place of a panic, and up to Rust 1.72 its message before that. */
const title = /panicked at (?:'(.*)', )?(\S.*?\.rs:\d+:\d+):?$/;

/** What ends a program in Rust without a panic. */
const fatal =
  /^(?:thread '.*' (?:\(\d+\) )?has overflowed its stack|memory allocation of \d+ bytes failed|fatal runtime error: .+)$/m;

/** What a program in Rust prints as it panics. */
export const rustCause: FindCause = (text) => panicked(text) ?? aborted(text);

function panicked(text: string): ExitCause | undefined {
  const [first = '', ...rest] = fromLast(text, panic)?.split('\n') ?? [];
  const [, old, place] = title.exec(first) ?? [];
  if (place === undefined) return undefined;
  const end = rest.findIndex((line) => line === '' || /^(?:note|stack backtrace):/.test(line));
  const said = rest
    .slice(0, end === -1 ? undefined : end)
    .join('\n')
    .trimEnd();
  const message = `panicked: ${old ?? said}`;
  return { message, trace: [...message.split('\n'), `    at ${place}`, ...(end === -1 ? [] : rest.slice(end))] };
}

function aborted(text: string): ExitCause | undefined {
  const [end] = fatal.exec(text) ?? [];
  return end === undefined ? undefined : { message: end, trace: [] };
}
