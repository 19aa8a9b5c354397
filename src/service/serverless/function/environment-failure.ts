import { answerLine } from '../../answers/offline-answers.js';
import { IntrinsicFailure } from '../../cloudformation/intrinsic-failure.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import { VariableError } from '../variables/problem.js';

/** A variable of the environment without a value. */
export interface EnvironmentFailure {
  readonly key: string;
  readonly setting: Pick<Setting, 'name' | 'node'>;
  readonly error: unknown;
}

/** How many are named; more are only counted. */
const maxNamed = 20;

/**
 * The error of an environment is that of its first variable in the order of the file. If the caller could have given the
 * value, the error names the other variables that lack one too, so that all can be given at once.
 */
export function explainFailures([first, ...others]: readonly EnvironmentFailure[]): unknown {
  if (first === undefined) return undefined;
  const { key, setting, error } = first;
  const itself = `the line \`${key}=…\` to \`env\` (or give it as --env)`;
  if (error instanceof IntrinsicFailure) {
    const { reason, hint, question } = error;
    const answer =
      question === undefined
        ? ''
        : `the line \`${answerLine(question)}\` to \`variables\` (or give it as --variable), or `;
    return invalidSetting(setting, reason, {
      code: 'environment-intrinsic',
      hint: sentences(hint, `Add ${answer}${itself}.`, alsoMissing(others)),
    });
  }
  if (!(error instanceof VariableError) || error.problem.question === undefined) return error;
  const { hint, ...problem } = error.problem;
  const orItself = `Or set the variable: add ${itself}.`;
  return new VariableError({ ...problem, hint: sentences(hint, orItself, alsoMissing(others)) });
}

/** Names the other values of the environment that the caller could give. */
function alsoMissing(others: readonly EnvironmentFailure[]): string | undefined {
  const lines = others.flatMap(({ key, error }) => {
    const question = questionOf(error);
    return question === undefined ? [] : [`${key} (\`${answerLine(question)}\`)`];
  });
  if (lines.length === 0) return undefined;
  const named = lines.slice(0, maxNamed).join(', ');
  const more = lines.length > maxNamed ? ` and ${lines.length - maxNamed} more` : '';
  return `Also without a value: ${named}${more}.`;
}

function questionOf(error: unknown): string | undefined {
  if (error instanceof VariableError) return error.problem.question;
  return error instanceof IntrinsicFailure ? error.question : undefined;
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
