import type { Statement } from '../policy/statement.js';
import { among } from './among.js';
import { evaluateCondition } from './conditions/evaluate-condition.js';
import { matchesArn, matchesText, type PatternValues, parsePattern } from './pattern.js';
import { contextValues } from './request-context.js';
import { all, type Truth } from './truth.js';

/** What a principal asks for. */
export interface AccessRequest extends PatternValues {
  /** `dynamodb:GetItem` */
  readonly action: string;
  /** An ARN, or `*` for an action that knows no resources. */
  readonly resource: string;
}

/** Whether a statement is about a request, part by part. */
export interface StatementMatch {
  readonly action: Truth;
  readonly resource: Truth;
  readonly condition: Truth;
}

export function matchStatement(statement: Statement, request: AccessRequest): StatementMatch {
  const { actions, resources, conditions, hasVariables } = statement;
  const ofActions = actions.texts.map((text) => parsePattern(text, false, true));
  const ofResources = resources.texts.map((text) => parsePattern(text, hasVariables, true));
  return {
    action: among(
      ofActions.map((pieces) => matchesText(pieces, request.action, request, true)),
      actions.isExclusion,
    ),
    resource: among(
      ofResources.map((pieces) => matchesArn(pieces, request.resource, request)),
      resources.isExclusion,
    ),
    condition: evaluateCondition(conditions, request, hasVariables),
  };
}

/** Patterns of actions have nothing to be filled in. */
const noValues: PatternValues = { context: { values: contextValues({}), isAbsent: () => true }, names: new Map() };

/** Whether an action may be among those of a statement. */
export function namesAction({ actions }: Statement, action: string): boolean {
  const found = actions.texts.map((text) => matchesText(parsePattern(text, false, true), action, noValues, true));
  return among(found, actions.isExclusion).kind !== 'no';
}

/** Whether all parts of a statement are about a request. */
export function appliesTo({ action, resource, condition }: StatementMatch): Truth {
  return all([action, resource, condition]);
}
