import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import { isMatch } from '../expectations/match.js';
import type { ValueType } from '../expectations/pattern.js';
import { literal } from '../expectations/read-pattern.js';
import type { CasePath } from '../suite-case.js';

/** A place that was not the same in two runs. */
export interface VaryingPlace {
  readonly path: CasePath;
  /** What both had there. */
  readonly type: ValueType;
}

/**
 * The places where two runs of the same case differ: as deep as they can be told. A member that only one of them has, makes its
 * object vary, and a list of another length itself.
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

/** What a value is, as `any(…)` calls it. */
export function typeOf(value: ExactJson): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isJsonObject(value)) return 'object';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}
