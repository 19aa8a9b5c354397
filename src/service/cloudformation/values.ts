import { IntrinsicFailure } from './intrinsic-failure.js';

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text. For CloudFormation, numbers and booleans are text. */
export function textOf(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new IntrinsicFailure(`holds ${what} that is not text`);
}

/** @throws IntrinsicFailure where it is not a list. */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new IntrinsicFailure(`holds ${what} that is not a list`);
}

/** The intrinsic function of a mapping with one member; `undefined` for any other value. */
export function intrinsicIn(value: unknown): { readonly name: string; readonly argument: unknown } | undefined {
  if (!isMapping(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** Whether a value, or anything in it, has a dynamic reference: `{{resolve:…}}`. */
export function hasDynamicReference(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{{resolve:');
  return typeof value === 'object' && value !== null && Object.values(value).some(hasDynamicReference);
}
