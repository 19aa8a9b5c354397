import type { Evaluation } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { isMapping, listOf, textOf } from './values.js';

/** `Fn::If`: one of two values. Only the chosen one is evaluated. */
export async function choose(argument: unknown, evaluation: Evaluation): Promise<unknown> {
  const [name, whenTrue, whenFalse, ...others] = listOf(argument, 'an Fn::If');
  if (whenFalse === undefined || others.length > 0) {
    throw new IntrinsicFailure('holds an Fn::If that is not a condition and two values');
  }
  const holds = await namedCondition(textOf(name, 'a condition of an Fn::If'), evaluation);
  return evaluation.evaluate(holds ? whenTrue : whenFalse);
}

async function namedCondition(name: string, evaluation: Evaluation): Promise<boolean> {
  const condition = await evaluation.template.condition(name);
  if (condition === undefined) throw new IntrinsicFailure(`needs the condition ${name}, which is not declared`);
  return conditionHolds(condition, evaluation.within(`the condition ${name}`));
}

/** Whether a condition holds: a function of conditions, or the name of one under `Condition`. */
async function conditionHolds(value: unknown, evaluation: Evaluation): Promise<boolean> {
  const [entry] = isMapping(value) ? Object.entries(value) : [];
  const [name, argument] = entry ?? [];
  switch (name) {
    case 'Condition':
      return namedCondition(textOf(argument, 'the name of a condition'), evaluation);
    case 'Fn::Equals': {
      const [left, right] = await Promise.all(listOf(argument, 'an Fn::Equals').map(evaluation.evaluate));
      return comparable(left) === comparable(right);
    }
    case 'Fn::Not': {
      const [negated] = listOf(argument, 'an Fn::Not');
      return !(await conditionHolds(negated, evaluation));
    }
    case 'Fn::And':
      return (await all(argument, name, evaluation)).every(Boolean);
    case 'Fn::Or':
      return (await all(argument, name, evaluation)).some(Boolean);
    default:
      throw new IntrinsicFailure('needs a condition that is no function of conditions');
  }
}

function all(argument: unknown, name: string, evaluation: Evaluation): Promise<boolean[]> {
  return Promise.all(listOf(argument, `an ${name}`).map((each) => conditionHolds(each, evaluation)));
}

/** CloudFormation compares the texts of values. */
function comparable(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
