import type { UserError } from '../../diagnostics/user-error.js';
import { answerLine } from '../answers/offline-answers.js';
import { invalidSetting, type Setting } from '../document/settings.js';
import type { IntrinsicFailure } from './intrinsic-failure.js';

/** A variable of an environment that has no value, and the question whose answer would be its value, if there is one. */
export interface MissingValue {
  readonly key: string;
  readonly question: string | undefined;
}

/** How many are named; more are only counted. */
const maxNamed = 20;

/** The error of a variable whose value CloudFormation's functions do not give. `others` lack a value too. */
export function missingValue(
  key: string,
  setting: Pick<Setting, 'name' | 'node'>,
  { reason, hint, question }: IntrinsicFailure,
  others: readonly MissingValue[],
): UserError {
  const answer =
    question === undefined
      ? ''
      : `the line \`${answerLine(question)}\` to \`variables\` (or give it as --variable), or `;
  return invalidSetting(setting, reason, {
    code: 'environment-intrinsic',
    hint: sentences(hint, `Add ${answer}${itself(key)}.`, alsoMissing(others)),
  });
}

/** The way to set the variable itself. */
export function itself(key: string): string {
  return `the line \`${key}=…\` to \`env\` (or give it as --env)`;
}

/** Names the other values of the environment that the caller could give. */
export function alsoMissing(others: readonly MissingValue[]): string | undefined {
  const lines = others.flatMap(({ key, question }) =>
    question === undefined ? [] : [`${key} (\`${answerLine(question)}\`)`],
  );
  if (lines.length === 0) return undefined;
  const named = lines.slice(0, maxNamed).join(', ');
  const more = lines.length > maxNamed ? ` and ${lines.length - maxNamed} more` : '';
  return `Also without a value: ${named}${more}.`;
}

export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
