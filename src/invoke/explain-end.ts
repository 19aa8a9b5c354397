import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/lambda-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';

/** What is behind a crash whose error only says "signal: aborted" or "signal: killed", where that can be told. */
export function explainEnd(fn: LambdaFunction, outcome: SandboxOutcome): Diagnostic | undefined {
  if (outcome.status !== 'crash' || outcome.errorType.startsWith('Extension.')) return undefined;
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
