import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';

/**
 * The reason for a failure and what to do about it, if known. For a function that brings its own program, also what would
 * make it fail only in Lambda.
 * @param launch how the runtime was started
 * @param taskRoot the folder of the function's code, absolute
 */
export async function explainEnd(
  fn: LambdaFunction,
  launch: Launch,
  taskRoot: string,
  outcome: SandboxOutcome,
): Promise<Diagnostic | undefined> {
  if (outcome.status === 'error' && fn.runtime.startsWith('java')) {
    return (await import('./explain-java.js')).explainJavaError(fn, outcome);
  }
  if (launch.entrypoint !== undefined) {
    const { explainEntrypoint } = await import('./explain-entrypoint.js');
    const explanation = await explainEntrypoint(fn, launch, taskRoot, outcome);
    if (explanation !== undefined) return explanation;
  }
  if (outcome.status === 'success' || outcome.errorType.startsWith('Extension.')) return undefined;
  const { findHint } = await import('./hints/find-hint.js');
  return findHint({ function: fn, launch, taskRoot, outcome });
}
