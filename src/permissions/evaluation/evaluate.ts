import type { EffectivePolicies } from '../policy/effective-policies.js';
import type { PolicySet, Statement } from '../policy/statement.js';
import { type AccessRequest, appliesTo, matchStatement, type StatementMatch } from './match-statement.js';
import { type NearMiss, nearestStatement } from './nearest-statement.js';
import type { Truth } from './truth.js';

/** The kind of policy that a statement belongs to. */
export type PolicyKind = 'identity' | 'boundary' | 'session';

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
 * boundary and a session's policy allow nothing themselves, and each has to allow it too. Source: IAM user guide, "Policy
 * evaluation logic". Policies of resources and of an organization are not taken into account.
 */
export function evaluate(policies: EffectivePolicies, request: AccessRequest): Verdict {
  const sets = (['identity', 'boundary', 'session'] as const).flatMap((policy) => {
    const set = policies[policy];
    return set === undefined ? [] : [{ policy, set, judged: judge(set, request) }];
  });
  for (const { policy, judged } of sets) {
    const denying = judged.find(({ statement, applies }) => statement.effect === 'Deny' && applies.kind === 'yes');
    if (denying !== undefined) return { kind: 'denied', cause: 'explicit', by: denying.statement, policy };
  }
  const reasons: string[] = [];
  let by: Statement | undefined;
  for (const { policy, set, judged } of sets) {
    const allowing = judged.filter(({ statement }) => statement.effect === 'Allow');
    const allowed = allowing.find(({ applies }) => applies.kind === 'yes');
    if (policy === 'identity') by = allowed?.statement;
    if (allowed === undefined) {
      const open = reasonsOf(allowing, set);
      if (open.length === 0) {
        const nearest = nearestStatement(allowing, request);
        return { kind: 'denied', cause: 'implicit', policy, ...(nearest === undefined ? {} : { nearest }) };
      }
      reasons.push(...open);
    }
  }
  for (const { judged, set } of sets) {
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

function judge({ statements }: PolicySet, request: AccessRequest): Judged[] {
  return statements.map((statement) => {
    const match = matchStatement(statement, request);
    return { statement, match, applies: appliesTo(match) };
  });
}

/** Why it is not known whether one of some statements applies. */
function reasonsOf(judged: readonly Judged[], { gaps }: PolicySet): string[] {
  const open = judged.flatMap(({ applies, statement }) =>
    applies.kind === 'unknown' ? [`${statement.source} may be about it: ${applies.reason}`] : [],
  );
  return [...open, ...gaps];
}
