import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/lambda-function.js';
import type { Launch } from '../lambda/sandbox/launch.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import { explainMissingPackage } from './explain-missing-package.js';

/**
 * What is behind a crash whose error only says "signal: aborted" or "signal: killed", or that the function's own program could
 * not be executed, where that can be told.
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
  if (outcome.status === 'error') return explainMissingPackage(fn, outcome.error);
  if (outcome.status !== 'crash' || outcome.errorType.startsWith('Extension.')) return undefined;
  if (launch.entrypoint !== undefined) {
    const { explainEntrypoint } = await import('./explain-entrypoint.js');
    const explanation = await explainEntrypoint(fn, launch, taskRoot, outcome);
    if (explanation !== undefined) return explanation;
  }
  const message = outcome.error.toString('utf8');
  if (message.includes('signal: aborted') && outcome.stderrTail.includes('JavaScript heap out of memory')) {
    return {
      severity: 'warning',
      code: 'heap-exhausted',
      message: `${fn.key} ran out of memory: Node's heap is limited to 90 % of its memorySize of ${fn.memorySizeMiB} MB, as in Lambda.`,
      hint: 'Raise memorySize in the configuration of the function, or use less memory.',
    };
  }
  if (message.includes('signal: killed')) {
    return {
      severity: 'warning',
      code: 'process-killed',
      message: `The process of ${fn.key} was killed from outside; it had used up to ${outcome.maxMemoryUsedMiB} MB. Usually the machine was out of memory.`,
      hint: 'Look at the memory that the function uses, and at what else runs on this machine.',
    };
  }
  return undefined;
}
