'use strict';

/** Our functions that stand between `require()` and the search for a module. */
const ownFunction = /^ {4}at (?:\S*\.)?(?:withoutOwnFrames|_resolveFilename|searchFurther|resolve) \(/;

/** Node.js's own, where there are hooks. */
const frameOfHooks = /\(node:internal\/modules\/customization_hooks:|\bdefaultResolve \(node:internal\//;

/** More frames than we ever put between. */
const mostBetween = 16;

/**
 * Calls what resolves a module, so that its error has the frames that it has without us: all of the user's that
 * `Error.stackTraceLimit` leaves room for, which are the last ones.
 * @template Result
 * @param {(...args: unknown[]) => Result} resolve
 * @param {unknown} self
 * @param {readonly unknown[]} args
 * @returns {Result}
 */
exports.withoutOwnFrames = (resolve, self, args) => {
  const limit = Error.stackTraceLimit;
  if (typeof limit !== 'number') return Reflect.apply(resolve, self, args);
  Reflect.set(Error, 'stackTraceLimit', limit + mostBetween);
  try {
    return Reflect.apply(resolve, self, args);
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
    .filter((line) => !line.startsWith('    at ') || (!isBetween(line) && ++frames <= limit))
    .join('\n');
}

function isBetween(line) {
  return frameOfHooks.test(line) || (ownFunction.test(line) && line.includes(__dirname));
}
