import type { Json, Members } from '../aws-call.js';
import type { Member, ServiceModel, Shape, StructureShape } from '../models/service-model.js';
import { isMembers, shapeOf } from '../protocols/shapes.js';

/** A value as it stands in a cassette: bytes that are text are text, others are a `Uint8Array` (`!!binary` in YAML). */
export type Written =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Written[]
  | { readonly [name: string]: Written };

/** Members as a person reads them: keys in alphabetical order, so that two recordings differ only in what differs. */
export function toWritten(model: ServiceModel, shape: StructureShape, members: Members): Record<string, Written> {
  return written(model, shape, members) as Record<string, Written>;
}

function written(model: ServiceModel, shape: Shape | undefined, value: Json): Written {
  if (Array.isArray(value)) {
    const inner = itemOf(model, shape);
    return value.map((item) => written(model, inner, item));
  }
  if (isMembers(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([name, inner]) => [name, written(model, below(model, shape, name), inner)]));
  }
  return shape?.type === 'blob' && typeof value === 'string'
    ? readable(value)
    : (value as null | boolean | number | string);
}

/** Bytes in base64 as text, where they are one. */
function readable(base64: string): string | Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  const text = bytes.toString();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of them.
  const isText = Buffer.from(text).equals(bytes) && !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]/.test(text);
  return isText ? text : bytes;
}

/**
 * The reverse of {@link toWritten}, for what a person may have written: an object where the service has a text or bytes is
 * its JSON, and a number where it has a text is its digits.
 */
export function fromWritten(model: ServiceModel, shape: StructureShape, value: Written): Members {
  const read = unwritten(model, shape, value);
  return isMembers(read) ? read : {};
}

function unwritten(model: ServiceModel, shape: Shape | undefined, value: Written): Json {
  if (value === null) return null;
  switch (shape?.type) {
    case 'blob':
      return Buffer.from(value instanceof Uint8Array ? value : textOf(value)).toString('base64');
    case 'string':
      return value instanceof Uint8Array || shape.jsonvalue ? plain(value) : textOf(value);
    default:
      break;
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) {
    const inner = itemOf(model, shape);
    return value.map((item) => unwritten(model, inner, item));
  }
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, unwritten(model, below(model, shape, name), inner)]),
  );
}

function textOf(value: Exclude<Written, null | Uint8Array>): string {
  return typeof value === 'object' ? JSON.stringify(plain(value)) : String(value);
}

function plain(value: Written): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** The shape of the items of a list. The events of a stream are a list, too. */
export function itemOf(model: ServiceModel, shape: Shape | undefined): Shape | undefined {
  if (shape?.type === 'list') return shapeOf(model, shape.member);
  return shape?.type === 'structure' && shape.eventstream ? shape : undefined;
}

/** The shape of a member of a structure or of the values of a map. */
export function below(model: ServiceModel, shape: Shape | undefined, name: string): Shape | undefined {
  const member: Member | undefined =
    shape?.type === 'structure' ? shape.members[name] : shape?.type === 'map' ? shape.value : undefined;
  return member === undefined ? undefined : shapeOf(model, member);
}
