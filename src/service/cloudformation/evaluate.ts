import { choose } from './conditions.js';
import type { Evaluation, EvaluationInputs } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { availabilityZones, subnets } from './network-functions.js';
import { attribute, importedValue, reference } from './references.js';
import { join, select, split, substitute } from './text-functions.js';
import { hasDynamicReference, intrinsicIn, isMapping, listOf, textOf } from './values.js';

/**
 * Evaluates CloudFormation's intrinsic functions and dynamic references, as far as the template, the caller's answers and the deployed stack define
 * their values. Source: CloudFormation user guide, "Intrinsic function reference".
 * @returns the value; `null` for `AWS::NoValue`
 * @throws IntrinsicFailure if the value is unknown, or a function is malformed
 */
export async function evaluateIntrinsics(value: unknown, inputs: EvaluationInputs): Promise<unknown> {
  const evaluated = (await evaluationOf(inputs, []).evaluate(value)) ?? null;
  if (!hasDynamicReference(evaluated)) return evaluated;
  const { resolveDynamic } = await import('./dynamic-references.js');
  return resolveDynamic(evaluated, inputs.lookup);
}

function evaluationOf(inputs: EvaluationInputs, way: readonly string[]): Evaluation {
  const evaluation: Evaluation = {
    ...inputs,
    evaluate: (value) => evaluate(value, evaluation),
    within: (what) => {
      const longer = [...way, what];
      if (way.includes(what)) throw new IntrinsicFailure(`refers to itself: ${longer.join(' -> ')}`);
      return evaluationOf(inputs, longer);
    },
  };
  return evaluation;
}

async function evaluate(value: unknown, evaluation: Evaluation): Promise<unknown> {
  const called = intrinsicIn(value);
  if (called !== undefined) return call(called.name, called.argument, evaluation);
  if (Array.isArray(value)) {
    const items = await Promise.all(value.map(evaluation.evaluate));
    return items.filter((item) => item !== undefined);
  }
  if (!isMapping(value)) return value;
  const members = await Promise.all(
    Object.entries(value).map(async ([key, member]) => [key, await evaluation.evaluate(member)] as const),
  );
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

async function call(name: string, argument: unknown, evaluation: Evaluation): Promise<unknown> {
  switch (name) {
    case 'Ref':
      return reference(textOf(argument, 'a Ref'), evaluation);
    case 'Fn::GetAtt': {
      const [logicalId, attributeName] = await attributeNames(argument, evaluation);
      return attribute(logicalId, attributeName, evaluation);
    }
    case 'Fn::ImportValue':
      return importedValue(textOf(await evaluation.evaluate(argument), 'an Fn::ImportValue'), evaluation);
    case 'Fn::If':
      return choose(argument, evaluation);
    case 'Fn::FindInMap':
      return mapped(argument, evaluation);
    case 'Fn::Base64':
      return Buffer.from(textOf(await evaluation.evaluate(argument), 'an Fn::Base64')).toString('base64');
    case 'Fn::Cidr':
      return subnets(argument, evaluation);
    case 'Fn::GetAZs':
      return availabilityZones(argument, evaluation);
    case 'Fn::Length':
      return listOf(await evaluation.evaluate(argument), 'an Fn::Length').length;
    case 'Fn::ToJsonString':
      return JSON.stringify((await evaluation.evaluate(argument)) ?? null);
    case 'Fn::Join':
      return join(argument, evaluation);
    case 'Fn::Select':
      return select(argument, evaluation);
    case 'Fn::Split':
      return split(argument, evaluation);
    case 'Fn::Sub':
      return substitute(argument, evaluation);
    default:
      throw new IntrinsicFailure(`is or holds ${name} of CloudFormation, which only a deploy can answer`);
  }
}

/** `[resource, attribute]`, or `resource.attribute`. The attribute may be a `Ref`. */
async function attributeNames(argument: unknown, evaluation: Evaluation): Promise<[string, string]> {
  if (typeof argument === 'string') return splitAttribute(argument);
  const [logicalId, name] = listOf(argument, 'an Fn::GetAtt');
  return [
    textOf(logicalId, "the resource's name of an Fn::GetAtt"),
    textOf(await evaluation.evaluate(name), "the attribute's name of an Fn::GetAtt"),
  ];
}

/** Splits `Table.Stream.Arn` into `Table` and its attribute `Stream.Arn`. */
function splitAttribute(text: string): [string, string] {
  const dot = text.indexOf('.');
  if (dot !== -1) return [text.slice(0, dot), text.slice(dot + 1)];
  throw new IntrinsicFailure(`holds an Fn::GetAtt that names no attribute: ${text}`);
}

/** `[map, top-level key, second-level key]`, optionally followed by `{ DefaultValue }`. */
async function mapped(argument: unknown, evaluation: Evaluation): Promise<unknown> {
  const [map, top, second, options] = listOf(argument, 'an Fn::FindInMap');
  const keys = await Promise.all([map, top, second].map(evaluation.evaluate));
  const [name = '', topKey = '', secondKey = ''] = keys.map((key) => textOf(key, 'a key of an Fn::FindInMap'));
  const found = await evaluation.template.mapping(name, topKey, secondKey);
  if (found !== undefined) return found;
  if (isMapping(options) && options['DefaultValue'] !== undefined) return evaluation.evaluate(options['DefaultValue']);
  throw new IntrinsicFailure(`looks for ${topKey}.${secondKey} in the mapping ${name}, where it is not`);
}
