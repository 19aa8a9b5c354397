import type { Encryption } from '../../lambda/function/function-permissions.js';
import { evaluate, type Verdict } from '../evaluation/evaluate.js';
import type { EffectivePolicies } from '../policy/effective-policies.js';
import type { Statement } from '../policy/statement.js';
import type { Call, Requirement } from '../requirements/call.js';
import type { ActionFacts } from '../requirements/facts.js';
import { requirementsOf } from '../requirements/requirements-of.js';
import { type Caller, callContext } from './call-context.js';
import { encryptionRequirements, namesFor } from './encryption-requirements.js';

/** What decides on calls. */
export interface Judge {
  readonly policies: EffectivePolicies;
  readonly facts: ActionFacts;
  readonly caller: Caller;
  /** Which resources are encrypted, and with which keys. */
  readonly encryptions?: readonly Encryption[];
}

/** A verdict on one of the permissions that a call needs. */
export interface JudgedRequirement {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
}

/** Whether a call would be allowed in Lambda. */
export type CallVerdict =
  /** `by`: a statement for each of the permissions that it needs; none if it needs none. */
  | { readonly kind: 'allowed'; readonly by: readonly Statement[]; readonly judged: readonly JudgedRequirement[] }
  | {
      readonly kind: 'denied';
      readonly requirement: Requirement;
      readonly verdict: Extract<Verdict, { kind: 'denied' }>;
      readonly judged: readonly JudgedRequirement[];
    }
  /** `reasons` are clauses that could follow "because". */
  | {
      readonly kind: 'unknown';
      readonly reasons: readonly [string, ...string[]];
      readonly judged: readonly JudgedRequirement[];
    };

/** Judges a call: what one of the permissions that it needs is denied, is denied. */
export function judgeCall(call: Call, judge: Judge, now: Date = new Date()): CallVerdict {
  const needed = requirementsOf(call, judge.facts);
  if (needed.kind === 'unknown') return { kind: 'unknown', reasons: [needed.reason], judged: [] };
  const ofKeys = encryptionRequirements(call, needed.requirements, judge.encryptions ?? [], judge.caller.names);
  const judged = [...needed.requirements, ...ofKeys].map((requirement) => ({
    requirement,
    verdict: judgeRequirement(requirement, call, judge, now),
  }));
  for (const { requirement, verdict } of judged) {
    if (verdict.kind === 'denied') return { kind: 'denied', requirement, verdict, judged };
  }
  const reasons = judged.flatMap(({ verdict }) => (verdict.kind === 'unknown' ? verdict.reasons : []));
  const [first, ...others] = new Set(reasons);
  if (first !== undefined) return { kind: 'unknown', reasons: [first, ...others], judged };
  return {
    kind: 'allowed',
    by: judged.flatMap(({ verdict }) => (verdict.kind === 'allowed' ? [verdict.by] : [])),
    judged,
  };
}

function judgeRequirement(requirement: Requirement, call: Call, judge: Judge, now: Date): Verdict {
  const { action, resource, orOn = [] } = requirement;
  const on = (asked: string): Verdict =>
    evaluate(judge.policies, {
      action,
      resource: asked,
      context: callContext(call, requirement, judge.caller, now),
      names: namesFor(resource, judge.caller.names),
    });
  if (resource === undefined) return perhapsNeeded(onUnknownResource(on('*'), action), requirement);
  const verdicts = [resource, ...orOn].map((asked) =>
    inOtherAccount(partlyTold(inOwnAccount(on(asked), asked, on, judge), requirement), asked, judge),
  );
  const verdict =
    verdicts.find(({ kind }) => kind === 'allowed') ?? verdicts.find(({ kind }) => kind === 'unknown') ?? verdicts[0];
  if (verdict === undefined) return { kind: 'unknown', reasons: [`nothing is known of what ${action} is about`] };
  return perhapsNeeded(verdict, requirement);
}

/** What no statement allows is not known to be denied where it may not be needed. */
function perhapsNeeded(verdict: Verdict, { action, resource, unless }: Requirement): Verdict {
  if (verdict.kind !== 'denied' || verdict.cause === 'explicit' || unless === undefined) return verdict;
  const what = resource === undefined ? action : `${action} on ${resource}`;
  return { kind: 'unknown', reasons: [`no statement allows ${what}, which is needed unless ${unless}`] };
}

/** A statement for other resources may be about one of which a part is not known. */
function partlyTold(verdict: Verdict, { untold }: Requirement): Verdict {
  if (verdict.kind !== 'denied' || verdict.cause === 'explicit' || verdict.nearest?.lacks !== 'resource')
    return verdict;
  return untold === undefined ? verdict : { kind: 'unknown', reasons: [`the request does not tell ${untold}`] };
}

/** A statement for all resources is about one that is not known, too. */
function onUnknownResource(verdict: Verdict, action: string): Verdict {
  if (verdict.kind !== 'denied' || verdict.cause === 'explicit' || verdict.nearest?.lacks !== 'resource')
    return verdict;
  return { kind: 'unknown', reasons: [`the request does not tell what ${action} is about`] };
}

/**
 * Where the account of the function is not known, a statement that names one may mean it. Such a statement decides
 * nothing.
 */
function inOwnAccount(verdict: Verdict, resource: string, on: (asked: string) => Verdict, judge: Judge): Verdict {
  const { caller, policies } = judge;
  const owner = resource.split(':')[4] ?? '';
  if (caller.isAccountKnown || (verdict.kind === 'denied' && verdict.cause === 'explicit')) return verdict;
  if (owner !== caller.account)
    return perhapsOwn(verdict, owner, () => on(resource.replace(`:${owner}:`, `:${caller.account}:`)));
  if (verdict.kind !== 'denied') return verdict;
  for (const account of accountsIn(policies)) {
    if (on(resource.replace(`:${owner}:`, `:${account}:`)).kind !== 'allowed') continue;
    const reason = `a statement allows it in the account ${account}, and that of the function is not known (\`aws:accountId=${account}\` in \`variables\` tells it)`;
    return { kind: 'unknown', reasons: [reason] };
  }
  return verdict;
}

/** The account of a resource may be that of the function, where that is not known. */
function perhapsOwn(verdict: Verdict, owner: string, inOwn: () => Verdict): Verdict {
  if (!/^\d{12}$/.test(owner)) return verdict;
  if (inOwn().kind === verdict.kind) return verdict;
  const reason = `whether the account ${owner} is that of the function is not known (\`aws:accountId=${owner}\` in \`variables\` tells it)`;
  return { kind: 'unknown', reasons: [reason] };
}

/** What the role's policies allow in another account, the resource's own policy there has to allow, too. */
function inOtherAccount(verdict: Verdict, resource: string, { caller }: Judge): Verdict {
  const owner = resource.split(':')[4] ?? '';
  if (verdict.kind !== 'allowed' || !caller.isAccountKnown || owner === caller.account || !/^\d{12}$/.test(owner)) {
    return verdict;
  }
  return {
    kind: 'unknown',
    reasons: [`${resource} is of the account ${owner}, where its own policy has to allow it, too`],
  };
}

function accountsIn({ identity }: EffectivePolicies): ReadonlySet<string> {
  const texts = identity.statements.flatMap(({ resources }) => resources.texts);
  return new Set(texts.flatMap((text) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []));
}
