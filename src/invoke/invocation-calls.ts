import type { CallsOutcome } from '../aws-gateway/run/calls-outcome.js';
import type { Audit } from '../permissions/audit/audit-calls.js';

/** The calls to AWS of one invocation, and what the function's policy says of them. */
export interface InvocationCalls extends CallsOutcome {
  /** Only where they are judged. */
  readonly audit?: Audit;
}
