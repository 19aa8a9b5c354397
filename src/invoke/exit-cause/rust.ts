import type { ExitCause, FindCause } from './find-cause.js';
import { fromLast } from './report-text.js';

const panic = /^thread '.*' (?:\(\d+\) )?panicked at .+$/gm;

/** The place of a panic; up to Rust 1.72 its message comes first. */
const title = /panicked at (?:'(.*)', )?(\S.*?\.rs:\d+:\d+):?$/;

/** Fatal errors of a program in Rust that are not panics. */
const fatal =
  /^(?:thread '.*' (?:\(\d+\) )?has overflowed its stack|memory allocation of \d+ bytes failed|fatal runtime error: .+)$/m;

/** What a program in Rust prints when a panic ends it. */
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
