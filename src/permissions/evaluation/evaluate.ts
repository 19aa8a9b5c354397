import type { AttachedPolicy } from '../policy/attached-policy.js';
import type { EffectivePolicies } from '../policy/effective-policies.js';
import type { PolicySet, Statement } from '../policy/statement.js';
import { among } from './among.js';
import { type AccessRequest, appliesTo, matchStatement, type StatementMatch } from './match-statement.js';
import { type NearMiss, nearestStatement } from './nearest-statement.js';
import { matchesArn, parsePattern } from './pattern.js';
import { all, any, type Truth } from './truth.js';

/** The kind of policy that a statement belongs to. */
export type PolicyKind = 'identity' | 'boundary' | 'resource' | 'session';

/** Whether a request would be allowed. */
export type Verdict =
  | { readonly kind: 'allowed'; readonly by: Statement }
  /** A statement denies it. */
  | { readonly kind: 'denied'; readonly cause: 'explicit'; readonly by: Statement; readonly policy: PolicyKind }
  /** No statement of a policy allows it. */
  | {
      readonly kind: 'denied';
      readonly cause: 'implicit';
      readonly policy: PolicyKind;
      readonly nearest?: NearMiss;
    }
  /** `reasons` are clauses that could follow "because". */
  | { readonly kind: 'unknown'; readonly reasons: readonly [string, ...string[]] };

interface Judged {
  readonly statement: Statement;
  readonly match: StatementMatch;
  readonly applies: Truth;
}

/**
 * Evaluates a request: a statement that denies it outweighs all that allow it, and what no statement allows is denied; a
 * boundary and a session's policy allow nothing themselves, and each has to allow it too. A resource's policy may allow it to the role
 * in place of the role's own, and that of a key or a role has to let it. Source: IAM user guide, "Policy evaluation logic"; KMS
 * developer guide, "Key policies". Policies of an organization are not taken into account.
 */
export function evaluate(policies: EffectivePolicies, request: AccessRequest): Verdict {
  const sets = (['identity', 'boundary', 'session'] as const).flatMap((policy) => {
    const set = policies[policy];
    return set === undefined ? [] : [{ policy, set, judged: judge(set, request) }];
  });
  const attached = judgeAttached(policies.attached ?? [], request);
  for (const { policy, judged } of [...sets, { policy: 'resource' as const, judged: attached.denying }]) {
    const denying = judged.find(({ statement, applies }) => statement.effect === 'Deny' && applies.kind === 'yes');
    if (denying !== undefined) return { kind: 'denied', cause: 'explicit', by: denying.statement, policy };
  }
  if (attached.refuses) return { kind: 'denied', cause: 'implicit', policy: 'resource' };
  const reasons: string[] = [...attached.reasons];
  let by: Statement | undefined;
  for (const { policy, set, judged } of sets) {
    const allowing = judged.filter(({ statement }) => statement.effect === 'Allow');
    const allowed =
      allowing.find(({ applies }) => applies.kind === 'yes') ??
      (policy === 'identity' ? attached.granting.find(({ applies }) => applies.kind === 'yes') : undefined);
    if (policy === 'identity') by = allowed?.statement;
    if (allowed === undefined) {
      const open = [
        ...reasonsOf(allowing, set),
        ...(policy === 'identity' ? reasonsOf(attached.granting, { gaps: attached.gaps }) : []),
      ];
      if (open.length === 0) {
        const nearest = nearestStatement(allowing, request);
        return { kind: 'denied', cause: 'implicit', policy, ...(nearest === undefined ? {} : { nearest }) };
      }
      reasons.push(...open);
    }
  }
  for (const { judged, set } of [...sets, { judged: attached.denying, set: { gaps: attached.gaps } }]) {
    reasons.push(
      ...reasonsOf(
        judged.filter(({ statement }) => statement.effect === 'Deny'),
        set,
      ),
    );
  }
  const [first, ...others] = new Set(reasons);
  if (first !== undefined) return { kind: 'unknown', reasons: [first, ...others] };
  return by === undefined ? { kind: 'denied', cause: 'implicit', policy: 'identity' } : { kind: 'allowed', by };
}

/** What the policies of resources say of a request. */
interface JudgedAttached {
  /** Statements that deny, and those that allow it to the role itself. */
  readonly denying: readonly Judged[];
  readonly granting: readonly Judged[];
  readonly gaps: readonly string[];
  /** Whether one that has to let it does not; or why that is not known. */
  readonly refuses: boolean;
  readonly reasons: readonly string[];
}

function judgeAttached(policies: readonly AttachedPolicy[], request: AccessRequest): JudgedAttached {
  const denying: Judged[] = [];
  const granting: Judged[] = [];
  const gaps: string[] = [];
  const reasons: string[] = [];
  let refuses = false;
  for (const { service, resources, statements, isRequired, gaps: missing } of policies) {
    if (!request.action.startsWith(`${service}:`)) continue;
    const patterns = resources.map((text) => parsePattern(text, false, true));
    const on = among(
      patterns.map((pieces) => matchesArn(pieces, request.resource, request)),
      false,
    );
    if (on.kind === 'no') continue;
    gaps.push(...missing);
    const lets: Truth[] = [];
    for (const { statement, about, isDelegation } of statements) {
      const match = matchStatement(statement, request);
      const applies = all([about, appliesTo(match), on]);
      if (statement.effect === 'Deny') denying.push({ statement, match, applies });
      else if (!isDelegation) granting.push({ statement, match, applies });
      if (statement.effect === 'Allow') lets.push(all([about, appliesTo(match)]));
    }
    const isLet = any(lets);
    if (!isRequired || missing.length > 0 || isLet.kind === 'yes') continue;
    const source = statements[0]?.statement.source ?? "a resource's policy";
    if (isLet.kind === 'unknown') reasons.push(`${source} may not let it: ${isLet.reason}`);
    else if (on.kind === 'unknown') reasons.push(`${source} does not let it, and may be about it: ${on.reason}`);
    else refuses = true;
  }
  return { denying, granting, gaps, refuses, reasons };
}

function judge({ statements }: PolicySet, request: AccessRequest): Judged[] {
  return statements.map((statement) => {
    const match = matchStatement(statement, request);
    return { statement, match, applies: appliesTo(match) };
  });
}

/** Why it is not known whether one of some statements applies. */
function reasonsOf(judged: readonly Judged[], { gaps }: Pick<PolicySet, 'gaps'>): string[] {
  const open = judged.flatMap(({ applies, statement }) =>
    applies.kind === 'unknown' ? [`${statement.source} may be about it: ${applies.reason}`] : [],
  );
  return [...open, ...gaps];
}
