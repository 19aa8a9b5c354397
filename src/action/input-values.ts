import { resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';
import { type Isolation, isolationWords, parseIsolation } from '../invoke/isolation.js';
import { type NetworkChoice, networkChoices, parseNetworkChoice } from '../invoke/network-choice.js';
import { type PackageMode, packageModes, parsePackageMode } from '../invoke/parity/package-mode.js';
import { type ImagePackages, isImagePackages } from '../lambda/image/package-questions.js';
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
 * Which network functions have.
 * @throws UserError where the input has another word
 */
export function networkChoice(environment: Environment): NetworkChoice {
  const value = text(environment, 'network') ?? 'step';
  const known = parseNetworkChoice(value);
  if (known !== undefined) return known;
  throw new UserError({
    code: 'input-not-known',
    message: `The input \`network\` is ${JSON.stringify(value)}.`,
    hint: `Valid values are ${networkChoices.join(', ')}.`,
  });
}

/**
 * How what functions load is compared with what a deploy would hold.
 * @throws UserError where the input has another word
 */
export function packageMode(environment: Environment): PackageMode {
  const value = text(environment, 'package') ?? 'warn';
  const known = parsePackageMode(value);
  if (known !== undefined) return known;
  throw new UserError({
    code: 'input-not-known',
    message: `The input \`package\` is ${JSON.stringify(value)}.`,
    hint: `Valid values are ${packageModes.join(', ')}.`,
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

/**
 * How functions get packages of Lambda's image that nothing of theirs has.
 * @throws UserError where it has another word.
 */
export function imagePackages(environment: Environment): ImagePackages {
  const word = text(environment, 'image-packages') ?? 'install';
  if (isImagePackages(word)) return word;
  throw new UserError({
    code: 'input-not-known',
    message: `The input \`image-packages\` is ${JSON.stringify(word)}, and takes \`install\`, \`found\` or \`none\`.`,
  });
}

/** The content of layers, by their names: absolute paths. */
export function layerPaths(environment: Environment, workspace: string): Record<string, string> {
  const layers = assignments(environment, 'layers');
  return Object.fromEntries(Object.entries(layers).map(([name, path]) => [name, resolve(workspace, path)]));
}
