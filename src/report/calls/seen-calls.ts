import type { InvocationCalls } from '../../invoke/invocation-calls.js';

/** What a run has seen of calls to AWS, whatever number of invocations it had. */
export interface SeenCalls {
  readonly add: (calls: InvocationCalls) => void;
  /** How many calls would be denied in Lambda; `undefined` where none was judged. */
  readonly deniedCount: () => number | undefined;
}

/** Begins to gather the calls of a run. */
export function gatherCalls(): SeenCalls {
  let deniedCount: number | undefined;
  return {
    deniedCount: () => deniedCount,
    add({ audit }) {
      if (audit !== undefined) deniedCount = (deniedCount ?? 0) + audit.deniedCount;
    },
  };
}
