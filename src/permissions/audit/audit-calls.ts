import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { namesAction } from '../evaluation/match-statement.js';
import type { Statement } from '../policy/statement.js';
import type { Call } from '../requirements/call.js';
import type { StatementUse } from './advice.js';
import { type CallVerdict, type Judge, judgeCall } from './judge-call.js';

/** Calls that are alike: of one operation, on the same resources, with one verdict. */
export interface AuditedCalls {
  /** `dynamodb:GetItem` */
  readonly name: string;
  readonly count: number;
  readonly verdict: CallVerdict;
  /** The user's lines that made them, as far as they are known: each once, the first ten. */
  readonly places: readonly SourceLocation[];
}

/** What the calls of a function say of its policy. */
export interface Audit {
  /** The worst first: denied, not known, allowed. */
  readonly calls: readonly AuditedCalls[];
  /** That on each call, in their order. */
  readonly verdicts: readonly CallVerdict[];
  readonly deniedCount: number;
  readonly unknownCount: number;
  /** The configuration's own statements that allow something. */
  readonly uses: readonly StatementUse[];
}

const ranks = ['denied', 'unknown', 'allowed'] as const;

/** How many lines that made calls of one kind are named. */
const maxPlaces = 10;

/** Judges all calls of a function. */
export function auditCalls(calls: readonly Call[], judge: Judge): Audit {
  const groups = new Map<string, AuditedCalls & { count: number; readonly places: SourceLocation[] }>();
  const verdicts: CallVerdict[] = [];
  const used = new Map<Statement, Set<string>>();
  const notKnown = new Set<string>();
  for (const call of calls) {
    const verdict = judgeCall(call, judge);
    verdicts.push(verdict);
    for (const { requirement, verdict: one } of verdict.judged) {
      if (one.kind === 'unknown') notKnown.add(requirement.action);
      if (one.kind === 'allowed') used.set(one.by, (used.get(one.by) ?? new Set()).add(requirement.action));
    }
    const name = `${call.service}:${call.operation}`;
    const key = JSON.stringify([name, verdict.kind, verdict.judged.map(({ requirement }) => keyOf(requirement))]);
    const group = groups.get(key) ?? { name, count: 0, verdict, places: [] };
    group.count += 1;
    addPlace(group.places, call.location);
    groups.set(key, group);
  }
  const count = (kind: CallVerdict['kind']): number =>
    [...groups.values()].reduce((sum, group) => sum + (group.verdict.kind === kind ? group.count : 0), 0);
  const own = judge.policies.identity.statements.filter((each) => each.effect === 'Allow' && each.isOwn);
  return {
    calls: [...groups.values()].sort(
      (one, other) => ranks.indexOf(one.verdict.kind) - ranks.indexOf(other.verdict.kind),
    ),
    verdicts,
    deniedCount: count('denied'),
    unknownCount: count('unknown'),
    uses: own.map((statement) => ({
      statement,
      actions: used.get(statement) ?? new Set(),
      isPerhaps: [...notKnown].some((action) => namesAction(statement, action)),
    })),
  };
}

function addPlace(places: SourceLocation[], place: SourceLocation | undefined): void {
  if (place === undefined || places.length === maxPlaces) return;
  if (!places.some(({ file, line }) => file === place.file && line === place.line)) places.push(place);
}

function keyOf({ action, resource }: { readonly action: string; readonly resource: string | undefined }): string {
  return `${action} ${resource}`;
}
