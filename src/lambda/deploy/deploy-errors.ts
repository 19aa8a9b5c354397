/**
 * What the Lambda API answers to a configuration that it refuses, word by word (API reference, `CreateFunction`: the constraints
 * of its members). Values of variables are left out: they can be secrets.
 */

/** A member of the request that breaks a constraint. */
export function constraintText(member: string, value: string, constraint: string): string {
  return `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
}

/** The constraint that a number breaks; `undefined` where it breaks none. */
export function rangeConstraint(value: number, min: number, max: number): string | undefined {
  if (value > max) return `Member must have value less than or equal to ${max}`;
  return value < min ? `Member must have value greater than or equal to ${min}` : undefined;
}

export function lengthConstraint(max: number): string {
  return `Member must have length less than or equal to ${max}`;
}

export function patternConstraint(pattern: string): string {
  return `Member must satisfy regular expression pattern: ${pattern}`;
}

const unable =
  'Lambda was unable to configure your environment variables because the environment variables you have provided';

/** The answer to reserved variables. */
export function reservedKeysText(names: readonly string[]): string {
  return `${unable} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${names.join(', ')}`;
}

/** The answer to more than 4 KB of variables, without the variables. */
export const environmentSizeText = `${unable} exceeded the 4KB limit. String measured: …`;

/** The answer to a runtime that Lambda never had. */
export function unknownRuntimeText(runtime: string, known: readonly string[]): string {
  return `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${known.join(', ')}] or be a valid ARN`;
}

/** The answer to a runtime that Lambda no longer offers. */
export function blockedRuntimeText(runtime: string): string {
  return `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`;
}
