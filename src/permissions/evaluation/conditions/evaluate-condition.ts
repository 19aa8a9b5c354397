import { among } from '../among.js';
import { matchesArn, matchesText, type PatternMatch, type PatternValues, parsePattern } from '../pattern.js';
import { contextValue } from '../request-context.js';
import { all, any, no, type Truth, truthOf, unknown } from '../truth.js';
import { type Operator, parseOperator, type WrittenOperator } from './operators.js';

/** What one operator asks of one key. */
export interface ConditionTest {
  /** As it is written, such as `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Whether all tests of a condition hold. Source: IAM user guide, "IAM JSON policy elements: Condition operators" and
 * "Creating a condition with multiple keys or values": the values of a test are alternatives, and a negated operator asks that
 * none of them matches.
 * @param hasVariables whether the policy's version knows variables
 */
export function evaluateCondition(
  tests: readonly ConditionTest[],
  values: PatternValues,
  hasVariables: boolean,
): Truth {
  return all(tests.map((test) => evaluateTest(test, values, hasVariables)));
}

function evaluateTest(
  { operator: written, key, values: expected }: ConditionTest,
  values: PatternValues,
  hasVariables: boolean,
): Truth {
  const operator = parseOperator(written);
  if (operator === undefined) return unknown(`the condition operator ${written} is not known`);
  const found = contextValue(values.context, key);
  if (found.kind === 'unknown') return unknown(`the value of ${key} is known only in AWS`);
  const actual = found.kind === 'absent' ? [] : found.values;
  if (operator.operator === null) {
    return truthOf(expected.some((value) => (value.toLowerCase() === 'true') === (actual.length === 0)));
  }
  const { set } = operator;
  if (actual.length === 0) return truthOf(holdsWithoutKey(operator));
  const each = actual.map((value) => compareOne(value, expected, operator.operator, values, hasVariables));
  return set === 'all' ? all(each) : any(each);
}

/** Whether a test holds for a request that lacks the key. */
function holdsWithoutKey({ set, ifExists, operator }: WrittenOperator): boolean {
  if (set === 'all') return true;
  if (set === 'any') return ifExists;
  return ifExists || operator?.negated === true;
}

/** Whether one value of the request is one of the policy's, or none of them if the operator is negated. */
function compareOne(
  actual: string,
  expected: readonly string[],
  operator: Operator | null,
  values: PatternValues,
  hasVariables: boolean,
): Truth {
  if (operator === null) return no;
  const matches = expected.map((value) => compareWith(actual, value, operator, values, hasVariables));
  return among(matches, operator.negated);
}

function compareWith(
  actual: string,
  expected: string,
  operator: Operator,
  values: PatternValues,
  hasVariables: boolean,
): PatternMatch {
  if (operator.kind === 'values') return truthOf(operator.compare(actual, expected) === true);
  const pieces = parsePattern(expected, hasVariables, operator.as !== 'text');
  if (operator.as !== 'arn') return matchesText(pieces, actual, values, operator.ignoresCase);
  return matchesArn(pieces, actual, values);
}
