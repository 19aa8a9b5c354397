import { addressIn } from './addresses.js';
import { dateOf } from './dates.js';

/** How a value of the request is compared with one of the policy. `undefined`: one of them is no such value. */
export type Compare = (actual: string, expected: string) => boolean | undefined;

/** A condition operator without its prefix and suffix. */
export type Operator =
  | {
      readonly kind: 'pattern';
      readonly as: 'text' | 'wildcards' | 'arn';
      readonly ignoresCase: boolean;
      readonly negated: boolean;
    }
  | { readonly kind: 'values'; readonly compare: Compare; readonly negated: boolean };

const text = (negated: boolean, ignoresCase = false): Operator => ({
  kind: 'pattern',
  as: 'text',
  ignoresCase,
  negated,
});
const like = (negated: boolean): Operator => ({ kind: 'pattern', as: 'wildcards', ignoresCase: false, negated });
const arn = (negated: boolean): Operator => ({ kind: 'pattern', as: 'arn', ignoresCase: false, negated });
const values = (compare: Compare, negated = false): Operator => ({ kind: 'values', compare, negated });

function numbers(holds: (actual: number, expected: number) => boolean): Compare {
  return (actual, expected) => {
    const [left, right] = [numberOf(actual), numberOf(expected)];
    return left === undefined || right === undefined ? undefined : holds(left, right);
  };
}

function numberOf(value: string): number | undefined {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

function dates(holds: (actual: number, expected: number) => boolean): Compare {
  return (actual, expected) => {
    const [left, right] = [dateOf(actual), dateOf(expected)];
    return left === undefined || right === undefined ? undefined : holds(left, right);
  };
}

/** Source: IAM user guide, "IAM JSON policy elements: Condition operators". */
const operators: ReadonlyMap<string, Operator> = new Map([
  ['stringequals', text(false)],
  ['stringnotequals', text(true)],
  ['stringequalsignorecase', text(false, true)],
  ['stringnotequalsignorecase', text(true, true)],
  ['stringlike', like(false)],
  ['stringnotlike', like(true)],
  ['arnequals', arn(false)],
  ['arnlike', arn(false)],
  ['arnnotequals', arn(true)],
  ['arnnotlike', arn(true)],
  ['numericequals', values(numbers((actual, expected) => actual === expected))],
  [
    'numericnotequals',
    values(
      numbers((actual, expected) => actual === expected),
      true,
    ),
  ],
  ['numericlessthan', values(numbers((actual, expected) => actual < expected))],
  ['numericlessthanequals', values(numbers((actual, expected) => actual <= expected))],
  ['numericgreaterthan', values(numbers((actual, expected) => actual > expected))],
  ['numericgreaterthanequals', values(numbers((actual, expected) => actual >= expected))],
  ['dateequals', values(dates((actual, expected) => actual === expected))],
  [
    'datenotequals',
    values(
      dates((actual, expected) => actual === expected),
      true,
    ),
  ],
  ['datelessthan', values(dates((actual, expected) => actual < expected))],
  ['datelessthanequals', values(dates((actual, expected) => actual <= expected))],
  ['dategreaterthan', values(dates((actual, expected) => actual > expected))],
  ['dategreaterthanequals', values(dates((actual, expected) => actual >= expected))],
  ['bool', values((actual, expected) => actual.toLowerCase() === expected.toLowerCase())],
  ['binaryequals', values((actual, expected) => actual === expected)],
  ['ipaddress', values(addressIn)],
  ['notipaddress', values(addressIn, true)],
]);

/** A condition operator as a policy writes it. */
export interface WrittenOperator {
  /** What is asked of the values of a key that has several. */
  readonly set: 'all' | 'any' | undefined;
  readonly ifExists: boolean;
  /** `null` for `Null`, which asks whether there is a key at all. */
  readonly operator: Operator | null;
}

/** @returns `undefined` for an operator that IAM does not have */
export function parseOperator(written: string): WrittenOperator | undefined {
  const [, set, name = '', ifExists] =
    /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(written.toLowerCase()) ?? [];
  const operator = name === 'null' ? null : operators.get(name);
  if (operator === undefined) return undefined;
  return {
    set: set === undefined ? undefined : set === 'forallvalues' ? 'all' : 'any',
    ifExists: ifExists !== undefined,
    operator,
  };
}
