import type { AnsweredBy, AwsCall } from '../aws-gateway/aws-call.js';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { describeVerdict } from '../permissions/audit/describe-verdict.js';
import type { CallVerdict } from '../permissions/audit/judge-call.js';
import type { InvocationFacts, SiblingInvocation } from './result.js';

/** What reports tell of a call to AWS. */
export interface ToldCall {
  /** The key of the function that made it. */
  readonly function: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** The ARNs of the resources that it named, the first ten. */
  readonly resources: readonly string[];
  readonly answeredBy: AnsweredBy;
  /** The code of the error that it was answered with, if it was. */
  readonly error?: string;
  readonly durationMs: number;
  /** Whether it would be allowed in Lambda; only where calls are judged. */
  readonly verdict?: CallVerdict['kind'];
  /** Why: a sentence. */
  readonly reason?: string;
  /** The line that made it, where that is known. */
  readonly location?: SourceLocation;
}

/** The calls of an event, of its function and of those that were invoked for it. */
export interface ToldCalls {
  readonly calls: readonly ToldCall[];
  /** How many there were beside those. */
  readonly omittedCalls: number;
}

/** How many calls of an event are told: those that would be denied or have no answer go before others. */
export const mostToldCalls = 100;
const mostResources = 10;

/** @returns `undefined` where no calls were seen */
export function toldCalls({
  function: fn,
  aws,
  siblings = [],
}: Pick<InvocationFacts, 'function' | 'aws'> & {
  readonly siblings?: readonly Pick<SiblingInvocation, 'function' | 'result'>[];
}): ToldCalls | undefined {
  const all = [{ key: fn.key, aws }, ...siblings.map(({ function: key, result }) => ({ key, aws: result.aws }))];
  if (all.every((each) => each.aws === undefined)) return undefined;
  const calls = all.flatMap(({ key, aws: made }) =>
    (made?.calls ?? []).map((call, index) => ({ key, call, verdict: made?.audit?.verdicts[index] })),
  );
  const omitted = all.reduce((sum, { aws: made }) => sum + (made?.omittedCalls ?? 0), 0);
  const isNotable = ({ call, verdict }: (typeof calls)[number]): boolean =>
    call.answeredBy === 'none' || (verdict !== undefined && verdict.kind !== 'allowed');
  const kept = new Set(
    [...calls.filter(isNotable), ...calls.filter((each) => !isNotable(each))].slice(0, mostToldCalls),
  );
  return {
    calls: calls.flatMap((each) => (kept.has(each) ? [toldCall(each.key, each.call, each.verdict)] : [])),
    omittedCalls: omitted + calls.length - kept.size,
  };
}

function toldCall(key: string, call: AwsCall, verdict: CallVerdict | undefined): ToldCall {
  const { service, operation, region, resources, answeredBy, response, durationMs, location } = call;
  return {
    function: key,
    service,
    operation,
    region,
    resources: resources.slice(0, mostResources),
    answeredBy,
    ...('error' in response ? { error: response.error.code } : {}),
    durationMs: Math.round(durationMs * 100) / 100,
    ...(verdict === undefined ? {} : { verdict: verdict.kind, reason: describeVerdict(verdict) }),
    ...(location === undefined ? {} : { location }),
  };
}
