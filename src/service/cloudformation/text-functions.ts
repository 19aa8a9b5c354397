import type { Evaluation } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { attribute, reference } from './references.js';
import { isMapping, listOf, textOf } from './values.js';

/** `Fn::Join: [delimiter, list]` */
export async function join(argument: unknown, evaluation: Evaluation): Promise<string> {
  const [delimiter, list] = listOf(argument, 'an Fn::Join');
  const items = listOf(await evaluation.evaluate(list), 'an Fn::Join');
  return items.map((item) => textOf(item, 'an item of an Fn::Join')).join(textOf(delimiter, 'a delimiter'));
}

/** `Fn::Select: [index, list]` */
export async function select(argument: unknown, evaluation: Evaluation): Promise<unknown> {
  const [index, list] = listOf(argument, 'an Fn::Select');
  const wanted = textOf(await evaluation.evaluate(index), 'an index of an Fn::Select');
  const items = listOf(await evaluation.evaluate(list), 'an Fn::Select');
  const item = /^\d+$/.test(wanted) ? items[Number(wanted)] : undefined;
  if (item !== undefined) return item;
  throw new IntrinsicFailure(`selects item ${wanted} of a list that has ${items.length}`);
}

/** `Fn::Split: [delimiter, text]` */
export async function split(argument: unknown, evaluation: Evaluation): Promise<string[]> {
  const [delimiter, text] = listOf(argument, 'an Fn::Split');
  return textOf(await evaluation.evaluate(text), 'an Fn::Split').split(textOf(delimiter, 'a delimiter'));
}

/**
 * `Fn::Sub: text`, or `[text, variables]`: `${Name}` is a variable or a `Ref`, `${Name.Attribute}` an `Fn::GetAtt`, and
 * `${!Literal}` is `${Literal}`.
 */
export async function substitute(argument: unknown, evaluation: Evaluation): Promise<string> {
  const [text, variables = {}] = typeof argument === 'string' ? [argument] : listOf(argument, 'an Fn::Sub');
  if (!isMapping(variables)) throw new IntrinsicFailure('holds an Fn::Sub whose variables are not a mapping');
  const template = textOf(text, 'an Fn::Sub');
  const pieces = template.split(/\$\{([^}]*)\}/);
  const values = await Promise.all(
    pieces.map(async (piece, index) => {
      if (index % 2 === 0) return piece;
      if (piece.startsWith('!')) return `\${${piece.slice(1)}}`;
      return textOf(await substituted(piece.trim(), variables, evaluation), `\${${piece}} in an Fn::Sub`);
    }),
  );
  return values.join('');
}

async function substituted(
  name: string,
  variables: Readonly<Record<string, unknown>>,
  evaluation: Evaluation,
): Promise<unknown> {
  if (Object.hasOwn(variables, name)) return evaluation.evaluate(variables[name]);
  const dot = name.indexOf('.');
  if (dot === -1) return reference(name, evaluation);
  return attribute(name.slice(0, dot), name.slice(dot + 1), evaluation);
}
