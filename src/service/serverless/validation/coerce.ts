import type { JsonType } from './schema/schema-node.js';
import type { Scalar, Snapshot } from './snapshot.js';

/**
 * A value as the type that a schema wants, converted as the framework's validator does: `'5'` is the number 5, a list of one
 * is its item if that is no mapping or list.
 * @returns `undefined` if it can't be converted
 */
export function coerced(snapshot: Snapshot, type: JsonType): Snapshot | undefined {
  if (type === 'array') {
    if (snapshot.kind === 'list') return snapshot;
    if (snapshot.kind !== 'scalar') return undefined;
    const { path, node } = snapshot;
    return { kind: 'list', path, node, items: [{ ...snapshot, path: [...path, '0'] }] };
  }
  if (snapshot.kind === 'list') {
    const [only] = snapshot.items;
    const isAlone = snapshot.items.length === 1 && only?.kind === 'scalar';
    return isAlone && type !== 'object' ? coerced({ ...only, path: snapshot.path }, type) : undefined;
  }
  if (type === 'object') return snapshot.kind === 'mapping' ? snapshot : undefined;
  if (snapshot.kind !== 'scalar') return undefined;
  const value = coercedScalar(snapshot.value, type);
  return value === undefined ? undefined : { ...snapshot, value };
}

function coercedScalar(value: Scalar, type: Exclude<JsonType, 'object' | 'array'>): Scalar | undefined {
  switch (type) {
    case 'string':
      return value === null ? '' : String(value);
    case 'number':
    case 'integer': {
      const number = typeof value === 'number' ? value : numberOf(value);
      return type === 'integer' && number !== undefined && !Number.isInteger(number) ? undefined : number;
    }
    case 'boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 1) return true;
      return value === 'false' || value === 0 || value === null ? false : undefined;
    case 'null':
      return value === null || value === '' || value === 0 || value === false ? null : undefined;
  }
}

function numberOf(value: string | boolean | null): number | undefined {
  if (value === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}
