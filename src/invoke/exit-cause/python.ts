import type { ExitCause, FindCause } from './find-cause.js';
import { fromLast, paragraph } from './report-text.js';

const fatal = /^Fatal Python error: .+$/gm;

/** The line above the frames of the thread with the fatal error. Other threads' frames may come before it. */
const stack = /^(?:Current thread .*|Stack) \(most recent call first\):$/m;

/** Modules in native code that are not Python's own, in the order in which they were loaded (CPython's `faulthandler.c`). */
const nativeModules = /^Extension modules: (.+) \(total: \d+\)$/m;

const traceback = /^Traceback \(most recent call last\):$/gm;

/** The lines between the tracebacks of a chain of exceptions. */
const link = /\n\n(?:During handling of the above exception|The above exception was the direct cause).*\n\n$/;

/** What Python prints when an uncaught exception or a fatal error ends it. */
export const pythonCause: FindCause = (text) => fatalError(text) ?? uncaught(text);

function fatalError(text: string): ExitCause | undefined {
  const report = fromLast(text, fatal);
  if (report === undefined) return undefined;
  const title = paragraph(report)[0] ?? '';
  const heading = stack.exec(report);
  const frames = heading === null ? [] : paragraph(report.slice(heading.index));
  const last = nativeModules.exec(report)?.[1]?.split(', ').at(-1);
  const module = last === undefined ? '' : `; the native module that was loaded last is ${last}`;
  return { message: title + module, trace: [title, ...frames] };
}

/** A traceback explains the end of the process only if nothing follows it: code may log tracebacks and go on. */
function uncaught(text: string): ExitCause | undefined {
  const whole = text.trimEnd();
  const last = fromLast(whole, traceback);
  if (last === undefined) return undefined;
  const lines = last.split('\n').slice(1);
  const end = lines.findIndex((line) => !/^\s/.test(line));
  const message = lines.slice(end);
  if (end <= 0 || message.slice(1).some((line) => !/^\s/.test(line))) return undefined;
  let chain = last;
  for (let before = whole.slice(0, -chain.length); link.test(before.slice(-200)); ) {
    const previous = fromLast(before, traceback);
    if (previous === undefined) break;
    chain = previous + chain;
    before = whole.slice(0, -chain.length);
  }
  return { message: message.join('\n'), trace: chain.split('\n') };
}
