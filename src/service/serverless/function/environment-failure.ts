import { IntrinsicFailure } from '../../cloudformation/intrinsic-failure.js';
import { alsoMissing, itself, missingValue, sentences } from '../../cloudformation/missing-value.js';
import type { Setting } from '../../document/settings.js';
import { VariableError } from '../variables/problem.js';

/** A variable of the environment without a value. */
export interface EnvironmentFailure {
  readonly key: string;
  readonly setting: Pick<Setting, 'name' | 'node'>;
  readonly error: unknown;
}

/**
 * The error of an environment is that of its first variable in the order of the file. If the caller could have given the
 * value, the error names the other variables that lack one too, so that all can be given at once.
 */
export function explainFailures([first, ...others]: readonly EnvironmentFailure[]): unknown {
  if (first === undefined) return undefined;
  const { key, setting, error } = first;
  const missing = others.map((other) => ({ key: other.key, question: questionOf(other.error) }));
  if (error instanceof IntrinsicFailure) return missingValue(key, setting, error, missing);
  if (!(error instanceof VariableError) || error.problem.question === undefined) return error;
  const { hint, ...problem } = error.problem;
  const orItself = `Or set the variable: add ${itself(key)}.`;
  return new VariableError({ ...problem, hint: sentences(hint, orItself, alsoMissing(missing)) });
}

function questionOf(error: unknown): string | undefined {
  if (error instanceof VariableError) return error.problem.question;
  return error instanceof IntrinsicFailure ? error.question : undefined;
}
