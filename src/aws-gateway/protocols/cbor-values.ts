import { cbor, tag } from '@smithy/core/cbor';
import type { Json, Members } from '../aws-call.js';
import type { ServiceModel, Shape } from '../models/service-model.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { readTime, secondsOf } from './times.js';

/** The tag of a time in seconds since 1970 (RFC 8949, section 3.4.2). */
const epochTag = 1;

/**
 * A CBOR body as plain members.
 * @throws where it is no CBOR
 */
export function readCbor(model: ServiceModel, shape: Shape, body: Buffer): Members {
  const read = body.length === 0 ? {} : readValue(model, shape, cbor.deserialize(body));
  return isMembers(read) ? read : {};
}

/** The reverse of {@link readCbor}. */
export function writeCbor(model: ServiceModel, shape: Shape, members: Members): Buffer {
  return Buffer.from(cbor.serialize(toCbor(model, shape, members)));
}

function readValue(model: ServiceModel, shape: Shape | undefined, value: unknown): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    const inner = shape?.type === 'list' ? shapeOf(model, shape.member) : undefined;
    return value.map((item) => readValue(model, inner, item));
  }
  if ('tag' in value && 'value' in value && value.tag === epochTag) return readTime(Number(value.value));
  const found: Record<string, Json> = {};
  for (const [name, given] of Object.entries(value)) {
    const member = shape?.type === 'structure' ? shape.members[name] : shape?.type === 'map' ? shape.value : undefined;
    const inner = member === undefined ? undefined : shapeOf(model, member);
    if (given !== null || shape?.type === 'map') found[name] = readValue(model, inner, given);
  }
  return found;
}

function toCbor(model: ServiceModel, shape: Shape, value: Json): unknown {
  if (value === null) return null;
  switch (shape.type) {
    case 'structure':
      if (!isMembers(value)) return value;
      return Object.fromEntries(
        membersOf(shape).flatMap(([name, member]) => {
          const given = value[name];
          return given === undefined ? [] : [[name, toCbor(model, shapeOf(model, member), given)]];
        }),
      );
    case 'list': {
      const inner = shapeOf(model, shape.member);
      return Array.isArray(value) ? value.map((item) => toCbor(model, inner, item)) : value;
    }
    case 'map': {
      if (!isMembers(value)) return value;
      const inner = shapeOf(model, shape.value);
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toCbor(model, inner, item)]));
    }
    case 'timestamp':
      return typeof value === 'string' ? tag({ tag: epochTag, value: secondsOf(value) }) : value;
    case 'blob':
      return typeof value === 'string' ? Buffer.from(value, 'base64') : value;
    case 'float':
    case 'double':
      return typeof value === 'string' ? Number(value) : value;
    default:
      return value;
  }
}
