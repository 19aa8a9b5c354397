import { UserError } from '../diagnostics/user-error.js';
import type { InvocationResult } from '../invoke/result.js';
import type { Cancellation } from './cancellation.js';
import type { Outcome } from './outcome.js';

/** What an attempt yields when it comes to its end. */
export interface Attempted {
  readonly result: InvocationResult;
  readonly failOnError: boolean;
}

/** Runs the invocation and gives what came of it, whatever it was. A cancelled one is given up when its time is over. */
export async function attempt(work: () => Promise<Attempted>, cancellation: Cancellation): Promise<Outcome> {
  const outcome: Promise<Outcome> = work().then(
    (attempted) => ({ kind: 'invoked', ...attempted }),
    (error) => (error instanceof UserError ? { kind: 'refused', error } : { kind: 'defect', error }),
  );
  const settled = await Promise.race([outcome, cancellation.overdue]);
  const signal = cancellation.received();
  if (signal !== undefined) return { kind: 'cancelled', signal };
  return settled ?? outcome;
}
