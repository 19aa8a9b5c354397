import { availableParallelism } from 'node:os';
import type { InvocationHooks } from './hooks.js';
import { invoke } from './invoke.js';
import type { InvocationRequest } from './request.js';
import type { InvocationResult } from './result.js';

/** One of several invocations, with hooks of its own, so that its log does not mix with the others'. */
export interface InvocationJob {
  readonly request: InvocationRequest;
  readonly hooks: InvocationHooks;
}

/**
 * Runs several invocations, each in a process of its own, as Lambda does with events that come at the same time. Since a
 * cold start keeps a core busy, no more of them run at a time than there are cores.
 * @param concurrency how many run at a time; with 1, each waits for the one before
 * @returns how each one ended, in the order of the jobs; one that could not be run does not stop the others
 */
export async function invokeAll(
  jobs: readonly InvocationJob[],
  concurrency: number = availableParallelism(),
): Promise<PromiseSettledResult<InvocationResult>[]> {
  const outcomes: PromiseSettledResult<InvocationResult>[] = [];
  const waiting = jobs.entries();
  const work = async (): Promise<void> => {
    for (const [index, { request, hooks }] of waiting) {
      outcomes[index] = await settled(invoke(request, hooks));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, jobs.length) }, work));
  return outcomes;
}

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [outcome] = await Promise.allSettled([promise]);
  return outcome;
}
