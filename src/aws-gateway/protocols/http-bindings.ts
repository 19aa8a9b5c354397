import type { Json, Members } from '../aws-call.js';
import type { Member, ServiceModel, StructureShape } from '../models/service-model.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { readText, writeText } from './text-values.js';

/** Members outside of the body of a request: from labels of the path, the query and the headers. */
export function readRequestBindings(
  model: ServiceModel,
  shape: StructureShape,
  labels: Readonly<Record<string, string>>,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): Members {
  const found: Record<string, Json> = {};
  const named = new Set(membersOf(shape).map(([name, member]) => member.locationName ?? name));
  for (const [name, member] of membersOf(shape)) {
    const wire = member.locationName ?? name;
    const value =
      member.location === 'uri'
        ? readLabel(model, member, labels[wire])
        : member.location === 'querystring'
          ? readQuery(model, member, wire, query, named)
          : readHeaders(model, member, wire, headers);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Members outside of the body of a response: from its status and its headers. */
export function readResponseBindings(
  model: ServiceModel,
  shape: StructureShape,
  status: number,
  headers: Readonly<Record<string, string>>,
): Members {
  const found: Record<string, Json> = {};
  for (const [name, member] of membersOf(shape)) {
    const value =
      member.location === 'statusCode' ? status : readHeaders(model, member, member.locationName ?? name, headers);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** The headers of a response that has these members, and its status where a member says it. */
export function writeResponseBindings(
  model: ServiceModel,
  shape: StructureShape,
  members: Members,
): { readonly headers: Record<string, string>; readonly status?: number } {
  const headers: Record<string, string> = {};
  let status: number | undefined;
  for (const [name, member] of membersOf(shape)) {
    const value = members[name];
    if (value === undefined || value === null) continue;
    const wire = (member.locationName ?? name).toLowerCase();
    if (member.location === 'statusCode' && typeof value === 'number') status = value;
    else if (member.location === 'header') headers[wire] = headerText(writeHeader(model, member, value));
    else if (member.location === 'headers' && isMembers(value)) {
      const prefix = (member.locationName ?? '').toLowerCase();
      for (const [key, text] of Object.entries(value))
        headers[`${prefix}${key.toLowerCase()}`] = headerText(String(text));
    }
  }
  return { headers, ...(status === undefined ? {} : { status }) };
}

/** Whether a member is in the body. */
export function isInBody({ location }: Member): boolean {
  return location === undefined;
}

function readLabel(model: ServiceModel, member: Member, text: string | undefined): Json | undefined {
  const shape = shapeOf(model, member);
  if (text === undefined || shape.type === 'structure' || shape.type === 'list' || shape.type === 'map') return text;
  return readText(shape, text);
}

function readQuery(
  model: ServiceModel,
  member: Member,
  wire: string,
  query: URLSearchParams,
  named: ReadonlySet<string>,
): Json | undefined {
  const shape = shapeOf(model, member);
  if (shape.type === 'map') {
    const others = [...new Set(query.keys())].filter((key) => !named.has(key));
    const isOfLists = shapeOf(model, shape.value).type === 'list';
    const entries = others.map((key): [string, Json] => [key, isOfLists ? query.getAll(key) : (query.get(key) ?? '')]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  const values = query.getAll(wire);
  const [first] = values;
  if (first === undefined || shape.type === 'structure') return undefined;
  if (shape.type !== 'list') return readText(shape, first);
  const item = shapeOf(model, shape.member);
  return values.map((text) => ('members' in item || 'member' in item || 'key' in item ? text : readText(item, text)));
}

function readHeaders(
  model: ServiceModel,
  member: Member,
  wire: string,
  headers: Readonly<Record<string, string>>,
): Json | undefined {
  if (member.location === 'headers') {
    const prefix = wire.toLowerCase();
    const entries = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
    return entries.length === 0
      ? undefined
      : Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]));
  }
  const text = member.location === 'header' ? headers[wire.toLowerCase()] : undefined;
  if (text === undefined) return undefined;
  const shape = shapeOf(model, member);
  if (shape.type === 'structure' || shape.type === 'map') return text;
  if (shape.type === 'list') return text.split(',').map((item) => item.trim());
  if (isJson(member, shape)) return parseOr(Buffer.from(text, 'base64').toString(), text);
  return readText(shape, text);
}

function writeHeader(model: ServiceModel, member: Member, value: Json): string {
  const shape = shapeOf(model, member);
  if (Array.isArray(value)) return value.map((item) => String(item)).join(',');
  if (shape.type === 'structure' || shape.type === 'map' || shape.type === 'list') return String(value);
  if (isJson(member, shape)) return Buffer.from(JSON.stringify(value)).toString('base64');
  return writeText(shape, member, value, 'rfc822');
}

function isJson(member: Member, shape: { readonly jsonvalue?: boolean }): boolean {
  return member.jsonvalue === true || shape.jsonvalue === true;
}

function parseOr(text: string, otherwise: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return otherwise;
  }
}

/** What a header can hold (RFC 9110, section 5.5); other characters are percent-encoded. */
function headerText(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/gu, (character) => encodeURIComponent(character));
}
