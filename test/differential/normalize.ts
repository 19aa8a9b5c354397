import type { SandboxOutcome } from '../../src/lambda/sandbox/outcome.js';

/** What the caller got: the text as it is, but for the frames of a runtime in an error's stack trace. */
export function normalizedAnswer(outcome: SandboxOutcome, taskRoot: string): unknown {
  const { status } = outcome;
  if (status === 'success') {
    return { status, response: outcome.response.toString('utf8'), contentType: outcome.contentType };
  }
  return {
    status,
    errorType: outcome.errorType,
    error: withoutRuntime(outcome.error.toString('utf8'), taskRoot),
  };
}

/**
 * A log without times and process ids, without the frames of a runtime or a standard library, and without the sentences of a
 * warning that are about updates of the managed runtime.
 */
export function normalizedLog(text: string, taskRoot: string): string {
  const plain = text
    .replace(times, 'TIME')
    .replace(/\(node:\d+\)/g, '(node:PID)')
    .replace(/(LAMBDA_WARNING: Unhandled exception\..*?) However, in rare cases[^"\n]*/g, '$1');
  // What is left of a warning with an excerpt from a runtime is nothing but the ends of its lines.
  return withoutRuntime(plain, taskRoot).replace(/^\s+$/, '');
}

/** The platform's lines without durations and sizes. */
export function normalizedPlatform(text: string): string {
  return text
    .replace(times, 'TIME')
    .replace(/^\n+|\n+(?=\n)/g, '')
    .replace(/(Duration|Used): [\d.]+/g, '$1: N');
}

const times = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** The folders that our bootstraps and AWS's clients are in. */
const runtimeFolders = /\/runtimes\/(?:node|python)\/|\/aws-lambda-ric@|\/awslambdaric-|\/start-classic\.mjs/;

/**
 * Takes out of stack traces what is not the user's code, in each of the notations that they come in: the lines of Node.js's traces
 * and of its require stacks, plain, in JSON strings and as JSON strings, and the entries of Python's.
 */
function withoutRuntime(text: string, taskRoot: string): string {
  const dropFrame = (frame: string): string => (frame.includes(taskRoot) ? frame : endOfFrame(frame));
  const dropPath = (path: string): string => (runtimeFolders.test(path) ? '' : path);
  return text
    .replace(/(?:, )?" {2}File \\"(?:[^"\\]|\\.)*"/g, dropFrame)
    .replace(/^[ \u00a0]{2}File ".*\n(?:[ \u00a0]{4}.*\n)*/gm, dropFrame)
    .replace(/(Previous line repeated) \d+ (more times)/g, '$1 N $2')
    .replace(/^(.*?):\d+: (\w*Warning: .*\n).*\n/gm, (warning, path: string, said: string) =>
      runtimeFolders.test(path) ? said : warning,
    )
    .replace(/,?"\s+at (?:[^"\\]|\\.)*"/g, dropFrame)
    .replace(/\\n\s+at (?:[^"\\]|\\(?!n).)*/g, dropFrame)
    .replace(/^ {4,}at .*\n?/gm, dropFrame)
    .replace(/^ {4,}\.{3} \d+ lines matching .*\n/gm, '')
    .replace(/^ *\d+: .*\n/gm, dropFrame)
    .replace(/imported from [^\s"\\]*/g, (source) => (runtimeFolders.test(source) ? 'imported from RUNTIME' : source))
    .replace(/^.*:\d+\n.*\n *\^+\n/gm, (excerpt) => (runtimeFolders.test(excerpt) ? '' : excerpt))
    .replace(/(?:\\n|\n)- (?:[^"\\\n])*/g, dropPath)
    .replace(/,?"(?:- )?\/[^"\\]*"/g, dropPath);
}

/** What stands behind the last frame where an error's own properties follow. */
function endOfFrame(frame: string): string {
  return /\{\n?$/.test(frame) ? ' {' : '';
}
