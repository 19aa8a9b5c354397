import { displayLocation } from '../../diagnostics/display-path.js';
import type { NearMiss } from '../evaluation/nearest-statement.js';
import type { Statement } from '../policy/statement.js';
import type { CallVerdict } from './judge-call.js';

/** Why a call would be allowed or denied, or why that is not known: a sentence. */
export function describeVerdict(verdict: CallVerdict): string {
  switch (verdict.kind) {
    case 'allowed':
      return verdict.by.length === 0
        ? 'It needs no permission.'
        : `It is allowed by ${[...new Set(verdict.by.map(describeStatement))].join(', ')}.`;
    case 'unknown':
      return `It is not known whether it would be allowed: ${verdict.reasons.join('; ')}.`;
    default:
      return denial(verdict);
  }
}

function denial({ requirement, verdict }: Extract<CallVerdict, { kind: 'denied' }>): string {
  const { action, resource } = requirement;
  const what = resource === undefined || resource === '*' ? action : `${action} on ${resource}`;
  if (verdict.cause === 'explicit') return `${what} is denied by ${describeStatement(verdict.by)}.`;
  const where = `No statement${policyWords[verdict.policy]}`;
  const near = verdict.nearest === undefined ? '' : ` ${nearMiss(verdict.nearest)}`;
  return `${where} allows ${what}.${near}`;
}

const policyWords = {
  identity: '',
  boundary: ' of the permissions boundary',
  resource: " of the resource's own policy",
  session: " of the session's policy",
} as const;

function nearMiss({ statement, lacks }: NearMiss): string {
  const reasons = {
    condition: 'but its condition does not hold',
    resource: 'but not for this resource',
    action: 'but not for this action',
  };
  return `The nearest is ${describeStatement(statement)}, ${reasons[lacks]}.`;
}

/** A statement by its name or what it comes from, and its place. */
export function describeStatement({ sid, source, location }: Statement): string {
  const name = sid === undefined ? source : `${sid} of ${source}`;
  return location === undefined ? name : `${name} (${displayLocation(location)})`;
}
