import { EventStreamCodec } from '@smithy/core/event-streams';
import type { Json, Members } from '../aws-call.js';
import type { Protocol, ServiceModel, StructureShape } from '../models/service-model.js';
import { readRpcBody, writeRpcBody } from './bodies.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { parseRoot, readXml, writeXml } from './xml-values.js';

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()),
  (text) => Buffer.from(text),
);

/** The event that RPC protocols begin with: the members beside the stream. */
const initial = 'initial-response';

type Headers = Parameters<typeof codec.encode>[0]['headers'];

/**
 * The events of a stream, each an object with one member: the event's name (Amazon Event Stream, "Structure").
 * @returns the events, and for RPC protocols the members beside them
 * @throws where the bytes are no such stream
 */
export function readEvents(
  model: ServiceModel,
  protocol: Protocol,
  events: StructureShape,
  body: Buffer,
): { readonly events: readonly Members[]; readonly initial?: Buffer } {
  const found: Members[] = [];
  let first: Buffer | undefined;
  for (let start = 0; start < body.length; ) {
    const length = body.readUInt32BE(start);
    if (length < 16 || start + length > body.length) throw new RangeError('an event is cut off');
    const message = codec.decode(body.subarray(start, start + length));
    start += length;
    const name = String(message.headers[':event-type']?.value ?? message.headers[':exception-type']?.value ?? '');
    if (name === initial) first = Buffer.from(message.body);
    else found.push({ [name]: readEvent(model, protocol, events, name, message.headers, Buffer.from(message.body)) });
  }
  return { events: found, ...(first === undefined ? {} : { initial: first }) };
}

/** The reverse of {@link readEvents}. */
export function writeEvents(
  model: ServiceModel,
  protocol: Protocol,
  shape: StructureShape,
  events: readonly Json[],
  beside: Buffer | undefined,
): Buffer {
  const frames = events.filter(isMembers).flatMap((event) =>
    Object.entries(event).map(([name, value]) => {
      const inner = shape.members[name];
      const of = inner === undefined ? undefined : shapeOf(model, inner);
      const isError = of?.type === 'structure' && of.exception === true;
      const written = writeEvent(
        model,
        protocol,
        of?.type === 'structure' ? of : undefined,
        isMembers(value) ? value : {},
      );
      return frame(isError ? 'exception' : 'event', name, written);
    }),
  );
  const start =
    beside === undefined ? [] : [frame('event', initial, { body: beside, headers: {}, type: bodyType[protocol] })];
  return Buffer.concat([...start, ...frames]);
}

const bodyType: Readonly<Record<Protocol, string>> = {
  json: 'application/json',
  'json-cbor': 'application/x-amz-cbor-1.1',
  'rest-json': 'application/json',
  query: 'text/xml',
  'rest-xml': 'text/xml',
  'smithy-rpc-v2-cbor': 'application/cbor',
};

interface WrittenEvent {
  readonly headers: Headers;
  readonly body: Buffer;
  readonly type: string | undefined;
}

function frame(kind: 'event' | 'exception', name: string, { headers, body, type }: WrittenEvent): Uint8Array {
  return codec.encode({
    headers: {
      ':message-type': { type: 'string', value: kind },
      [`:${kind}-type`]: { type: 'string', value: name },
      ...(type === undefined ? {} : { ':content-type': { type: 'string' as const, value: type } }),
      ...headers,
    },
    body,
  });
}

function readEvent(
  model: ServiceModel,
  protocol: Protocol,
  events: StructureShape,
  name: string,
  headers: Headers,
  body: Buffer,
): Members {
  const member = events.members[name];
  const shape = member === undefined ? undefined : shapeOf(model, member);
  if (shape?.type !== 'structure') return {};
  const found: Record<string, Json> = {};
  let hasPayload = false;
  for (const [key, inner] of membersOf(shape)) {
    const header = headers[key];
    if (inner.eventheader && header !== undefined) found[key] = headerValue(header.value);
    if (!inner.eventpayload) continue;
    hasPayload = true;
    const of = shapeOf(model, inner);
    if (of.type === 'blob') found[key] = body.toString('base64');
    else if (of.type === 'string') found[key] = body.toString();
    else if (of.type === 'structure') found[key] = readBody(model, of, protocol, body);
  }
  return hasPayload || body.length === 0 ? found : { ...found, ...readBody(model, shape, protocol, body) };
}

function writeEvent(
  model: ServiceModel,
  protocol: Protocol,
  shape: StructureShape | undefined,
  members: Members,
): WrittenEvent {
  const headers: Headers = {};
  const rest: Record<string, Json> = { ...members };
  for (const [key, inner] of shape === undefined ? [] : membersOf(shape)) {
    const value = members[key];
    if (value === undefined) continue;
    if (inner.eventheader) {
      headers[key] = { type: 'string', value: String(value) };
      delete rest[key];
    }
    if (!inner.eventpayload) continue;
    const of = shapeOf(model, inner);
    if (of.type === 'blob')
      return { headers, body: Buffer.from(String(value), 'base64'), type: 'application/octet-stream' };
    if (of.type === 'string') return { headers, body: Buffer.from(String(value)), type: 'text/plain' };
    if (of.type === 'structure' && isMembers(value))
      return { headers, body: writeBody(model, of, protocol, value), type: bodyType[protocol] };
  }
  const isEmpty = Object.keys(rest).length === 0 && protocol === 'rest-xml';
  if (shape === undefined || isEmpty) return { headers, body: Buffer.alloc(0), type: undefined };
  return { headers, body: writeBody(model, shape, protocol, rest), type: bodyType[protocol] };
}

function readBody(model: ServiceModel, shape: StructureShape, protocol: Protocol, body: Buffer): Members {
  if (protocol === 'rest-xml') return readXml(model, shape, parseRoot(body.toString()));
  return readRpcBody(model, shape, protocol === 'rest-json' ? 'json' : protocol, body);
}

function writeBody(model: ServiceModel, shape: StructureShape, protocol: Protocol, members: Members): Buffer {
  if (protocol === 'rest-xml') return Buffer.from(`<Event>${writeXml(model, shape, members)}</Event>`);
  return writeRpcBody(model, shape, protocol === 'rest-json' ? 'json' : protocol, members);
}

function headerValue(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
