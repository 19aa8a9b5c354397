import type { Patterns, Statement } from '../policy/statement.js';
import { evaluateCondition } from './conditions/evaluate-condition.js';
import { matchesArn, matchesText, type PatternValues, parsePattern } from './pattern.js';
import { all, any, not, type Truth } from './truth.js';

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
  return {
    action: among(statement.actions, (text) =>
      matchesText(parsePattern(text, false, true), request.action, request, true),
    ),
    resource: matchesResource(statement, request),
    condition: evaluateCondition(statement.conditions, request, statement.hasVariables),
  };
}

/** Whether all parts of a statement are about a request. */
export function appliesTo({ action, resource, condition }: StatementMatch): Truth {
  return all([action, resource, condition]);
}

/** An action that knows no resources is allowed by a statement for all resources only. */
function matchesResource({ resources, hasVariables }: Statement, request: AccessRequest): Truth {
  return among(resources, (text) => matchesArn(parsePattern(text, hasVariables, true), request.resource, request));
}

function among({ isExclusion, texts }: Patterns, matches: (text: string) => Truth): Truth {
  const truth = any(texts.map(matches));
  return isExclusion ? not(truth) : truth;
}
