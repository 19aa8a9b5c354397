'use strict';

/** What stands between `require()` and the search for a module where we take part in it: files of ours, and Node.js's own for hooks. */
const frameBetween =
  /[/\\](?:own-frames|package-scope|image-packages|import-paths)\.cjs:\d|\(node:internal\/modules\/customization_hooks:|\bdefaultResolve \(node:internal\//;

/** More frames than we ever put between. */
const mostBetween = 16;

/**
 * Calls what resolves a module, so that its error has the frames that it has without us: all of the user's that
 * `Error.stackTraceLimit` leaves room for, which are the last ones.
 * @template Result
 * @param {() => Result} resolve
 * @returns {Result}
 */
exports.withoutOwnFrames = (resolve) => {
  const limit = Error.stackTraceLimit;
  if (typeof limit !== 'number') return resolve();
  Reflect.set(Error, 'stackTraceLimit', limit + mostBetween);
  try {
    return resolve();
  } catch (error) {
    if (typeof error?.stack === 'string') Reflect.set(error, 'stack', shortened(error.stack, limit));
    throw error;
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
};

/** A stack without the frames between, and with at most so many others. */
function shortened(stack, limit) {
  let frames = 0;
  return stack
    .split('\n')
    .filter((line) => !line.startsWith('    at ') || (!frameBetween.test(line) && ++frames <= limit))
    .join('\n');
}
