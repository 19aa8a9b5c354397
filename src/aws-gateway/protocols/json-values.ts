import type { Json, Members } from '../aws-call.js';
import type { Member, ServiceModel, StructureShape } from '../models/service-model.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { readTime, writeTime } from './times.js';

/**
 * A structure of a JSON body as plain members. Members that the model does not know are kept as they are.
 * @param only which members of the structure are in the body; by default all
 */
export function readJsonMembers(
  model: ServiceModel,
  shape: StructureShape,
  value: Members,
  only = (_: Member) => true,
): Members {
  const found: Record<string, Json> = {};
  const known = new Set<string>();
  for (const [name, inner] of membersOf(shape)) {
    if (!only(inner)) continue;
    const wire = inner.locationName ?? name;
    known.add(wire);
    const given = value[wire];
    if (given !== undefined && given !== null) found[name] = readJson(model, inner, given);
  }
  for (const [name, given] of Object.entries(value)) if (!known.has(name)) found[name] = given;
  return found;
}

/** A value of a JSON body in the same way. */
export function readJson(model: ServiceModel, member: Member, value: Json): Json {
  const shape = shapeOf(model, member);
  if (value === null) return null;
  switch (shape.type) {
    case 'structure':
      return isMembers(value) && !shape.document ? readJsonMembers(model, shape, value) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => readJson(model, shape.member, item)) : value;
    case 'map':
      if (!isMembers(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readJson(model, shape.value, item)]));
    case 'timestamp':
      return typeof value === 'number' || typeof value === 'string' ? readTime(value) : value;
    default:
      return value;
  }
}

/** The reverse of {@link readJsonMembers}. */
export function writeJsonMembers(
  model: ServiceModel,
  shape: StructureShape,
  members: Members,
  only = (_: Member) => true,
): Members {
  const written: Record<string, Json> = {};
  for (const [name, given] of Object.entries(members)) {
    const inner = shape.members[name];
    if (inner === undefined) written[name] = given;
    else if (only(inner)) written[inner.locationName ?? name] = writeJson(model, inner, given);
  }
  return written;
}

/** The reverse of {@link readJson}. */
export function writeJson(model: ServiceModel, member: Member, value: Json): Json {
  const shape = shapeOf(model, member);
  if (value === null) return null;
  switch (shape.type) {
    case 'structure':
      return isMembers(value) && !shape.document ? writeJsonMembers(model, shape, value) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => writeJson(model, shape.member, item)) : value;
    case 'map':
      if (!isMembers(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, writeJson(model, shape.value, item)]));
    case 'timestamp':
      return typeof value === 'string'
        ? writeTime(value, member.timestampFormat ?? shape.timestampFormat ?? 'unixTimestamp')
        : value;
    default:
      return value;
  }
}
