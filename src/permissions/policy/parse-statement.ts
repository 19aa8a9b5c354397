import type { WrittenStatement } from '../../lambda/function/function-permissions.js';
import type { ConditionTest } from '../evaluation/conditions/evaluate-condition.js';
import type { Patterns, Statement } from './statement.js';

/**
 * Reads a statement of IAM's JSON. Source: IAM user guide, "Grammar of the IAM JSON policy language".
 * @returns `undefined` for what IAM would refuse as a statement of an identity's policy
 */
export function parseStatement(written: WrittenStatement): Statement | undefined {
  const { value, source, location } = written;
  const { Effect: effect, Sid: sid, Condition: condition } = value;
  const actions = patterns(value['Action'], value['NotAction']);
  const resources = patterns(value['Resource'], value['NotResource']);
  if ((effect !== 'Allow' && effect !== 'Deny') || actions === undefined || resources === undefined) return undefined;
  return {
    effect,
    ...(typeof sid === 'string' && sid !== '' ? { sid } : {}),
    actions,
    resources,
    conditions: isMapping(condition) ? Object.entries(condition).flatMap(testsOf) : [],
    hasVariables: written.hasVariables !== false,
    source,
    isOwn: written.isAdded !== true,
    ...(location === undefined ? {} : { location }),
  };
}

function patterns(included: unknown, excluded: unknown): Patterns | undefined {
  const isExclusion = included === undefined;
  const texts = textsOf(isExclusion ? excluded : included);
  return texts.length === 0 ? undefined : { isExclusion, texts };
}

function testsOf([operator, keys]: [string, unknown]): ConditionTest[] {
  if (!isMapping(keys)) return [];
  return Object.entries(keys).map(([key, values]) => ({ operator, key, values: textsOf(values) }));
}

/** One value or a list of them. Numbers and booleans are their text. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(textsOf);
  if (typeof value === 'string') return [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
