import { cbor, tag } from '@smithy/core/cbor';
import type { Json, Members } from '../aws-call.js';
import type { ServiceModel, Shape } from '../models/service-model.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { readTime, secondsOf } from './times.js';

/** The tag of a time since 1970 (RFC 8949, section 3.4.2). */
const epochTag = 1;

/**
 * A CBOR body as plain members.
 * @param perSecond what times are counted in: how many there are in a second
 * @throws where it is no CBOR
 */
export function readCbor(model: ServiceModel, shape: Shape, body: Buffer, perSecond: number): Members {
  const read = body.length === 0 ? {} : readValue({ model, perSecond }, shape, cbor.deserialize(body));
  return isMembers(read) ? read : {};
}

/** The reverse of {@link readCbor}. */
export function writeCbor(model: ServiceModel, shape: Shape, members: Members, perSecond: number): Buffer {
  return Buffer.from(cbor.serialize(toCbor({ model, perSecond }, shape, members)));
}

interface Encoding {
  readonly model: ServiceModel;
  readonly perSecond: number;
}

function readValue(encoding: Encoding, shape: Shape | undefined, value: unknown): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    const inner = shape?.type === 'list' ? shapeOf(encoding.model, shape.member) : undefined;
    return value.map((item) => readValue(encoding, inner, item));
  }
  if ('tag' in value && 'value' in value && value.tag === epochTag)
    return readTime(Number(value.value) / encoding.perSecond);
  const found: Record<string, Json> = {};
  for (const [name, given] of Object.entries(value)) {
    const member = shape?.type === 'structure' ? shape.members[name] : shape?.type === 'map' ? shape.value : undefined;
    const inner = member === undefined ? undefined : shapeOf(encoding.model, member);
    if (given !== null || shape?.type === 'map') found[name] = readValue(encoding, inner, given);
  }
  return found;
}

function toCbor(encoding: Encoding, shape: Shape, value: Json): unknown {
  if (value === null) return null;
  switch (shape.type) {
    case 'structure':
      if (!isMembers(value)) return value;
      return Object.fromEntries(
        membersOf(shape).flatMap(([name, member]) => {
          const given = value[name];
          return given === undefined ? [] : [[name, toCbor(encoding, shapeOf(encoding.model, member), given)]];
        }),
      );
    case 'list': {
      const inner = shapeOf(encoding.model, shape.member);
      return Array.isArray(value) ? value.map((item) => toCbor(encoding, inner, item)) : value;
    }
    case 'map': {
      if (!isMembers(value)) return value;
      const inner = shapeOf(encoding.model, shape.value);
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toCbor(encoding, inner, item)]));
    }
    case 'timestamp':
      return typeof value === 'string' ? tag({ tag: epochTag, value: timeOf(value, encoding) }) : value;
    case 'blob':
      return typeof value === 'string' ? Buffer.from(value, 'base64') : value;
    case 'float':
    case 'double':
      return typeof value === 'string' ? Number(value) : value;
    default:
      return value;
  }
}

function timeOf(text: string, { perSecond }: Encoding): number {
  return perSecond === 1 ? secondsOf(text) : Math.round(secondsOf(text) * perSecond);
}
