import { isAbsolute } from 'node:path';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';

/**
 * Finds the user's line among the frames of a call to AWS: the nearest one in code that is not a dependency's, in its original
 * source.
 * @param runtimes the folder of our bootstraps. Absolute.
 */
export function findPlaceWith(
  runtimes: string,
): (fn: LambdaFunction, trace: readonly string[]) => Promise<SourceLocation | undefined> {
  return async (fn, trace) => {
    const { readTrace } = await import('../trace/read-trace.js');
    const { userPlace } = await readTrace(trace, { sourceRoot: codeRoot(fn), projectRoot: fn.sourceRoot, runtimes });
    // A frame of Java's names a file by its package: of a dependency there is none in the project.
    return userPlace !== undefined && isAbsolute(userPlace.file) ? userPlace : undefined;
  };
}
