import { evaluate, type Verdict } from '../../src/permissions/evaluation/evaluate.js';
import { completeContext } from '../../src/permissions/evaluation/request-context.js';
import { parseStatement } from '../../src/permissions/policy/parse-statement.js';
import type { PolicySet } from '../../src/permissions/policy/statement.js';
import type { GeneratedCase, GeneratedStatement } from './generated-policies.js';

/** The verdict on a request of which all is known. */
export function verdictOf({ identity, boundary, action, resource, context }: GeneratedCase): Verdict {
  return evaluate(
    { identity: setOf(identity), ...(boundary === undefined ? {} : { boundary: setOf(boundary) }) },
    { action, resource, context: completeContext(context), names: new Map() },
  );
}

/** Statements as a set of which nothing is missing. */
export function setOf(statements: readonly GeneratedStatement[]): PolicySet {
  return {
    statements: statements.flatMap((value) => parseStatement({ value: { ...value }, source: 'the policy' }) ?? []),
    gaps: [],
  };
}

/** A verdict in the words of IAM's simulator. */
export function wordOf(verdict: Verdict): string {
  if (verdict.kind === 'allowed') return 'Allowed';
  if (verdict.kind === 'unknown') return `Unknown: ${verdict.reasons.join(', ')}`;
  return verdict.cause === 'explicit' ? 'ExplicitlyDenied' : 'ImplicitlyDenied';
}
