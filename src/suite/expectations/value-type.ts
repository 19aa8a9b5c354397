import { ExactNumber, isJsonObject } from '../../json/exact-number.js';
import { nothing, type Received, type ValueType } from './pattern.js';

/** Whether a value has a type, as `any(…)` names it. */
export function isOfType(value: Received, type: ValueType): boolean {
  switch (type) {
    case 'value':
      return value !== nothing;
    case 'null':
      return value === null;
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'number':
      return isNumber(value);
    case 'integer':
      return isNumber(value) && isInteger(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

/** Whether a value is a number, in whatever form. */
export function isNumber(value: unknown): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}

function isInteger(value: number | ExactNumber): boolean {
  return value instanceof ExactNumber ? /^-?\d+(?:\.0+)?(?:[eE]\+?\d+)?$/.test(value.text) : Number.isInteger(value);
}
