import { evaluateIntrinsics } from './evaluate.js';
import type { EvaluationInputs } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { intrinsicIn, isMapping } from './values.js';

/** A value with its intrinsic functions evaluated, without the parts that are not known. */
export async function knownParts(value: unknown, inputs: EvaluationInputs): Promise<unknown> {
  if (intrinsicIn(value) !== undefined) {
    return evaluateIntrinsics(value, inputs).catch((error: unknown) => {
      if (error instanceof IntrinsicFailure) return undefined;
      throw error;
    });
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => knownParts(item, inputs)));
  if (!isMapping(value)) return value;
  const members = await Promise.all(
    Object.entries(value).map(async ([key, member]) => [key, await knownParts(member, inputs)] as const),
  );
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}
