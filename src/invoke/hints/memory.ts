import type { FindHint } from './failed-invocation.js';

/** The process ran out of memory: of the sandbox's limit, of V8's own, or of some other limit. */
export const memoryHint: FindHint = async ({ function: fn, outcome, errorMessage }) => {
  if (outcome.status !== 'crash') return undefined;
  const raise = 'Raise memorySize in the configuration of the function, or use less memory.';
  const location = await fn.origin('memorySize');
  const place = location === undefined ? {} : { location };
  if (outcome.outOfMemory) {
    return {
      code: 'memory-exceeded',
      message: `${fn.key} used more than its memorySize of ${fn.memorySizeMiB} MB (including all processes that it started), so it was ended, as in Lambda.`,
      hint: raise,
      ...place,
    };
  }
  if (errorMessage.endsWith('signal: aborted') && outcome.stderrTail.includes('JavaScript heap out of memory')) {
    return {
      code: 'heap-exhausted',
      message: `${fn.key} ran out of memory: Node's heap is limited to 90 % of its memorySize of ${fn.memorySizeMiB} MB, as in Lambda.`,
      hint: raise,
      ...place,
    };
  }
  if (errorMessage.endsWith('signal: killed')) {
    return {
      code: 'process-killed',
      message: `The process of ${fn.key} was killed from outside; it had used up to ${outcome.maxMemoryUsedMiB} MB. Usually the machine was out of memory.`,
      hint: 'Look at the memory that the function uses, and at what else runs on this machine.',
    };
  }
  return undefined;
};
