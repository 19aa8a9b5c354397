import { UserError } from '../diagnostics/user-error.js';
import type { InvocationResult } from '../invoke/result.js';
import type { Outcome } from '../report/outcome.js';
import type { Cancellation } from './cancellation.js';

/** Runs the invocation and returns how it ended. It never throws. A cancelled one is given up when its time is over. */
export async function attempt(work: () => Promise<InvocationResult>, cancellation: Cancellation): Promise<Outcome> {
  const outcome: Promise<Outcome> = work().then(
    (result) => ({ kind: 'invoked', result }),
    (error) => (error instanceof UserError ? { kind: 'refused', error } : { kind: 'defect', error }),
  );
  const settled = await Promise.race([outcome, cancellation.overdue]);
  const signal = cancellation.received();
  if (signal !== undefined) return { kind: 'cancelled', signal };
  return settled ?? outcome;
}
