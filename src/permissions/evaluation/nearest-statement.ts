import type { Statement } from '../policy/statement.js';
import type { AccessRequest, StatementMatch } from './match-statement.js';

/** The statement that comes nearest to allowing a request, and what it lacks. */
export interface NearMiss {
  readonly statement: Statement;
  readonly lacks: 'action' | 'resource' | 'condition';
}

interface Candidate {
  readonly statement: Statement;
  readonly match: StatementMatch;
}

/**
 * The statement that lacks least: all but its condition, all but its resource, all but its action for an action of the same
 * service.
 */
export function nearestStatement(
  candidates: readonly Candidate[],
  { action }: Pick<AccessRequest, 'action'>,
): NearMiss | undefined {
  const service = action.split(':', 1)[0] ?? '';
  const find = (lacks: NearMiss['lacks'], isNear: (candidate: Candidate) => boolean): NearMiss | undefined => {
    const found = candidates.find(isNear);
    return found && { statement: found.statement, lacks };
  };
  return (
    find('condition', ({ match }) => match.action.kind !== 'no' && match.resource.kind !== 'no') ??
    find('resource', ({ match }) => match.action.kind !== 'no') ??
    find('action', ({ statement, match }) => match.resource.kind !== 'no' && concerns(statement, service))
  );
}

/** Whether a statement names actions of a service. */
function concerns({ actions }: Statement, service: string): boolean {
  const prefix = `${service.toLowerCase()}:`;
  return !actions.isExclusion && actions.texts.some((text) => text.toLowerCase().startsWith(prefix));
}
