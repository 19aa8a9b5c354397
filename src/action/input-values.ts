import { resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';
import { type Isolation, isolationWords, parseIsolation } from '../invoke/isolation.js';
import { parseAssignments } from './assignments.js';

/** The environment of a step. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The booleans of YAML 1.2, the only ones that the runner's toolkit takes. */
export const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** An input as it was written. An empty one counts as not set, since `${{ matrix.x }}` without a value is empty. */
export function verbatim(environment: Environment, name: string): string | undefined {
  const value = environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
  return value === '' ? undefined : value;
}

/** An input without the blanks around it. */
export function text(environment: Environment, name: string): string | undefined {
  return verbatim(environment, name)?.trim() || undefined;
}

/** @throws UserError where it is not a boolean */
export function boolean(environment: Environment, name: string, otherwise: boolean): boolean {
  const value = text(environment, name);
  if (value === undefined) return otherwise;
  const known = Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : undefined;
  if (known !== undefined) return known;
  throw new UserError({
    code: 'input-not-boolean',
    message: `The input \`${name}\` is ${JSON.stringify(value)}, which is not a boolean.`,
    hint: `Valid values are ${Object.keys(BOOLEANS).join(', ')}.`,
  });
}

/**
 * How programs are contained, and whether the cases of a suite share sandboxes.
 * @throws UserError where the input has another word
 */
export function isolation(environment: Environment): Isolation {
  const value = text(environment, 'isolate') ?? '';
  const known = parseIsolation(value);
  if (known !== undefined) return known;
  throw new UserError({
    code: 'input-not-known',
    message: `The input \`isolate\` is ${JSON.stringify(value)}, which is neither a boolean nor \`auto\` nor \`case\`.`,
    hint: `Valid values are ${isolationWords}.`,
  });
}

/**
 * One of the words that an input takes; `undefined` where it is not set.
 * @throws UserError where it has another word
 */
export function oneOf<Word extends string>(
  environment: Environment,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = text(environment, name);
  const known = words.find((word) => word === value);
  if (value === undefined || known !== undefined) return known;
  throw new UserError({
    code: 'input-not-known',
    message: `The input \`${name}\` is ${JSON.stringify(value)}, which is not known.`,
    hint: `Valid values are ${words.join(', ')}.`,
  });
}

/** Whether an input says more than nothing and `false`. */
export function saysMore(environment: Environment, name: string): boolean {
  const value = text(environment, name);
  return value !== undefined && !(Object.hasOwn(BOOLEANS, value) && BOOLEANS[value] === false);
}

/** The `NAME=VALUE` lines of an input. */
export function assignments(environment: Environment, name: string): Record<string, string> {
  return parseAssignments(name, verbatim(environment, name) ?? '');
}

/** An object without the members that are not set. */
export function present<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/** The content of layers, by their names: absolute paths. */
export function layerPaths(environment: Environment, workspace: string): Record<string, string> {
  const layers = assignments(environment, 'layers');
  return Object.fromEntries(Object.entries(layers).map(([name, path]) => [name, resolve(workspace, path)]));
}
