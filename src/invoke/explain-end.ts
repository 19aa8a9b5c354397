import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { elfMachine } from '../lambda/executable/elf-machine.js';
import { firstBytes } from '../lambda/executable/first-bytes.js';
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
  if (launch.entrypoint !== undefined && (outcome.status !== 'success' || isForeign(launch.command, fn.architecture))) {
    const { explainEntrypoint } = await import('./explain-entrypoint.js');
    const explanation = await explainEntrypoint(fn, launch, taskRoot, outcome);
    if (explanation !== undefined) return explanation;
  }
  if (outcome.status === 'success' || outcome.errorType.startsWith('Extension.')) return undefined;
  const { findHint } = await import('./hints/find-hint.js');
  return findHint({ function: fn, launch, taskRoot, outcome });
}

/** Whether a program was built for another kind of machine than that which it is deployed to. */
function isForeign(program: string, architecture: string): boolean {
  const head = firstBytes(program, 64);
  const machine = head && elfMachine(head);
  return machine !== undefined && machine !== architecture;
}
