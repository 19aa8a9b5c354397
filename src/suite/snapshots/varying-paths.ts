import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import { isMatch } from '../expectations/match.js';
import type { ValueType } from '../expectations/pattern.js';
import { literal } from '../expectations/read-pattern.js';

/** A place that differed between two runs. */
export interface VaryingPlace {
  readonly path: CasePath;
  /** The type that it had in both runs. */
  readonly type: ValueType;
}

/**
 * The places where two runs of the same case differ, as deep as possible. If only one of them has a member, its object
 * varies as a whole; so does a list whose length differs.
 */
export function varyingPlaces(one: ExactJson, other: ExactJson, path: CasePath = []): VaryingPlace[] {
  if (isMatch(literal(one), other)) return [];
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return [{ path, type: 'list' }];
    return (one as readonly ExactJson[]).flatMap((item, index) =>
      varyingPlaces(item, (other as readonly ExactJson[])[index] ?? null, [...path, index]),
    );
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = Object.keys(one);
    const isSameShape = keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key));
    if (!isSameShape) return [{ path, type: 'object' }];
    return keys.flatMap((key) => varyingPlaces(one[key] ?? null, other[key] ?? null, [...path, key]));
  }
  const [type, otherType] = [typeOf(one), typeOf(other)];
  return [{ path, type: type === otherType ? type : 'value' }];
}

/** The type of a value, in the terms of `any(…)`. */
export function typeOf(value: ExactJson): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isJsonObject(value)) return 'object';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}
