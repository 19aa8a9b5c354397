import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayLocation } from '../../diagnostics/display-path.js';
import type { Verdict } from '../evaluation/evaluate.js';
import type { Advice } from './advice.js';
import type { Audit, AuditedCalls } from './audit-calls.js';
import { describeStatement, describeVerdict } from './describe-verdict.js';

/**
 * What an audit has to say: an error for each kind of call that would be denied, at the lines that make it and at the statement that is
 * nearest, and a warning for those that nothing is known of.
 * @param fallback where a message points that has no statement
 * @param ofDenied what a call that would be denied is
 */
export function auditFindings(
  { calls }: Audit,
  fallback: SourceLocation | undefined,
  ofDenied: 'error' | 'warning' = 'error',
): Diagnostic[] {
  return calls.flatMap((group) => {
    const { verdict } = group;
    if (verdict.kind === 'allowed') return [];
    if (verdict.kind === 'unknown') {
      const [place = fallback] = group.places;
      return [finding('warning', 'aws-call-not-judged', `${title(group)}: ${describeVerdict(verdict)}`, place)];
    }
    const { requirement, verdict: denied } = verdict;
    const statement = denied.cause === 'explicit' ? denied.by : denied.nearest?.statement;
    const message = `${title(group)} would be denied in Lambda. ${describeVerdict(verdict)}`;
    const what = `${requirement.action}${requirement.resource === undefined ? '' : ` on ${requirement.resource}`}`;
    const hint = `${remedy(denied, what)}, or leave the call out.`;
    const at = statement?.location;
    const denials = (group.places.length === 0 ? [at ?? fallback] : group.places).map((place) => ({
      ...finding(ofDenied, 'aws-call-denied', message, place),
      hint,
    }));
    const [place] = group.places;
    if (place === undefined || at === undefined) return denials;
    const does = denied.cause === 'explicit' ? 'This statement denies' : 'This statement is the nearest to allowing';
    const made = `${title(group)} of ${displayLocation(place)}`;
    return [...denials, finding(ofDenied, 'aws-call-denied-statement', `${does} ${made}.`, at)];
  });
}

/** What would have the call pass. */
function remedy({ cause, policy }: Extract<Verdict, { kind: 'denied' }>, what: string): string {
  if (cause === 'explicit') return `Have the statement that denies it leave out ${what}`;
  return `Allow ${what} to the function's role${policy === 'resource' ? ' in the policy of the resource' : ''}`;
}

/** Advice on statements that are more than the calls needed. */
export function adviceFindings(advice: readonly Advice[]): Diagnostic[] {
  return advice.map((each) => {
    const { statement } = each;
    const [code, message] =
      each.kind === 'unused'
        ? ['statement-unused', `No call needed ${describeStatement(statement)}.`]
        : ['statement-wide', `${each.pattern} in ${describeStatement(statement)} was needed for ${each.action} only.`];
    return finding('notice', code, message, statement.location);
  });
}

function title({ name, count }: AuditedCalls): string {
  return count === 1 ? name : `${name} (${count} times)`;
}

function finding(
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  location: SourceLocation | undefined,
): Diagnostic {
  return { severity, code, message, ...(location === undefined ? {} : { location }) };
}
