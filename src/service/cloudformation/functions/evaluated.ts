import type { UserError } from '../../../diagnostics/user-error.js';
import { answerLine } from '../../answers/offline-answers.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import { evaluateIntrinsics } from '../evaluate.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import type { TemplateStack } from '../stack/open-stack.js';
import type { Property } from './properties.js';

/**
 * A property with its intrinsic functions evaluated; `undefined` where it is not set, or `AWS::NoValue`.
 * @throws UserError where its value is not known
 */
export async function evaluated(
  property: Property | undefined,
  { evaluation }: Pick<TemplateStack, 'evaluation'>,
): Promise<Setting | undefined> {
  if (property === undefined) return undefined;
  const { name, node, value: written } = property;
  try {
    const value = await evaluateIntrinsics(written, evaluation);
    return value === null ? undefined : { name, node, value };
  } catch (error) {
    throw error instanceof IntrinsicFailure ? notKnown(property, error) : error;
  }
}

function notKnown(property: Property, { reason, hint, question }: IntrinsicFailure): UserError {
  const answer =
    question === undefined
      ? undefined
      : `Add the line \`${answerLine(question)}\` to \`variables\` (or give it as --variable).`;
  return invalidSetting(property, reason, {
    code: 'property-unknown',
    hint: [hint, answer].filter((part) => part !== undefined).join(' ') || undefined,
  });
}
