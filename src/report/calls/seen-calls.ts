import type { AnsweredBy, AwsCall } from '../../aws-gateway/aws-call.js';
import type { CallsOf } from '../../aws-gateway/run/calls-outcome.js';
import type { InvocationCalls } from '../../invoke/invocation-calls.js';
import { type Advice, StatementUses } from '../../permissions/audit/advice.js';
import type { CallVerdict } from '../../permissions/audit/judge-call.js';

/** A call to AWS, as far as a page shows it. */
export interface SeenCall extends CallsOf {
  /** `dynamodb:GetItem` */
  readonly name: string;
  /** ARNs. */
  readonly resources: readonly string[];
  readonly answeredBy: AnsweredBy;
  /** The code of the error that it was answered with, if it was. */
  readonly errorCode?: string;
  readonly durationMs: number;
  /** Only where calls are judged. */
  readonly verdict?: CallVerdict;
  /** The same of a call that a results file tells of. */
  readonly told?: { readonly kind: CallVerdict['kind']; readonly reason: string };
}

/** Calls of a run, in the order of its invocations. */
export interface ShownCalls {
  /** Those that are worth the most where there are too many: denied ones, and those without an answer. */
  readonly calls: readonly SeenCall[];
  readonly total: number;
  /** How many of all would be denied in Lambda. */
  readonly deniedCount: number;
  /** The configuration's own statements that are more than these calls needed; none where not all calls are known. */
  readonly advice: readonly Advice[];
}

/** What a run has seen of calls to AWS, whatever number of invocations it had. */
export interface SeenCalls {
  readonly add: (calls: InvocationCalls, of: CallsOf) => void;
  /** How many calls would be denied in Lambda; `undefined` where none was judged. */
  readonly deniedCount: () => number | undefined;
  readonly shown: () => ShownCalls;
}

/** How many calls are shown at most: nobody reads more. */
export const mostShownCalls = 200;

interface Kept {
  readonly at: number;
  readonly call: SeenCall;
}

/** Begins to gather the calls of a run. Of any number of calls it keeps those that are shown. */
export function gatherCalls(): SeenCalls {
  let deniedCount: number | undefined;
  let total = 0;
  let omitted = 0;
  const uses = new StatementUses();
  const kept: { readonly notable: Kept[]; readonly others: Kept[] } = { notable: [], others: [] };
  return {
    deniedCount: () => deniedCount,
    add({ calls, omittedCalls, audit }, of) {
      omitted += omittedCalls;
      if (audit !== undefined) uses.add(audit.uses);
      if (audit !== undefined) deniedCount = (deniedCount ?? 0) + audit.deniedCount;
      for (const [index, made] of calls.entries()) {
        const call = seenCall(made, of, audit?.verdicts[index]);
        const list = isNotable(call) ? kept.notable : kept.others;
        if (list.length < mostShownCalls) list.push({ at: total + index, call });
      }
      total += calls.length + omittedCalls;
    },
    shown() {
      const most = [...kept.notable, ...kept.others].slice(0, mostShownCalls);
      return {
        calls: most.sort((one, other) => one.at - other.at).map(({ call }) => call),
        total,
        deniedCount: deniedCount ?? 0,
        advice: omitted === 0 ? uses.advice() : [],
      };
    },
  };
}

function isNotable({ verdict, answeredBy }: SeenCall): boolean {
  return answeredBy === 'none' || verdict?.kind === 'denied' || verdict?.kind === 'unknown';
}

function seenCall(
  { service, operation, resources, answeredBy, durationMs, response }: AwsCall,
  of: CallsOf,
  verdict: CallVerdict | undefined,
): SeenCall {
  return {
    ...of,
    name: `${service}:${operation}`,
    resources,
    answeredBy,
    durationMs,
    ...('error' in response ? { errorCode: response.error.code } : {}),
    ...(verdict === undefined ? {} : { verdict }),
  };
}
