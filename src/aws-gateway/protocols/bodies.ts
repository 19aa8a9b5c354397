import type { Json, Members } from '../aws-call.js';
import type { Member, Protocol, ServiceModel, StructureShape } from '../models/service-model.js';
import { readCbor, writeCbor } from './cbor-values.js';
import { isInBody } from './http-bindings.js';
import { readJson, readJsonMembers, writeJson, writeJsonMembers } from './json-values.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { parseRoot, readXml, writeElement, writeXml } from './xml-values.js';

/** A member of a request or a response that is its whole body. */
export function payloadOf(shape: StructureShape): [string, Member] | undefined {
  const member = shape.payload === undefined ? undefined : shape.members[shape.payload];
  return shape.payload === undefined || member === undefined ? undefined : [shape.payload, member];
}

/**
 * The members that are in the body of a REST request or response.
 * @throws where the body is not what the protocol has
 */
export function readRestBody(model: ServiceModel, shape: StructureShape, protocol: Protocol, body: Buffer): Members {
  const payload = payloadOf(shape);
  if (payload === undefined) {
    if (!membersOf(shape).some(([, member]) => isInBody(member))) return {};
    if (protocol === 'rest-xml') return readXml(model, shape, parseRoot(body.toString()), isInBody);
    const read = parseJson(body);
    return isMembers(read) ? readJsonMembers(model, shape, read, isInBody) : {};
  }
  const [name, member] = payload;
  const inner = shapeOf(model, member);
  if (inner.type === 'blob') return body.length === 0 ? {} : { [name]: body.toString('base64') };
  if (inner.type === 'string') return body.length === 0 ? {} : { [name]: body.toString() };
  if (body.length === 0) return {};
  if (protocol === 'rest-json') return { [name]: readJson(model, member, parseJson(body)) };
  return inner.type === 'structure' ? { [name]: readXml(model, inner, parseRoot(body.toString())) } : {};
}

/** The reverse of {@link readRestBody}. `undefined` where there is no body. */
export function writeRestBody(
  model: ServiceModel,
  shape: StructureShape,
  protocol: Protocol,
  members: Members,
  rootName: string,
): Buffer | undefined {
  const payload = payloadOf(shape);
  if (payload === undefined) {
    if (protocol === 'rest-json') {
      return Buffer.from(JSON.stringify(writeJsonMembers(model, shape, members, isInBody)));
    }
    const isEmpty = !membersOf(shape).some(([, member]) => isInBody(member));
    return isEmpty ? undefined : xmlDocument(model, rootName, writeXml(model, shape, members, isInBody));
  }
  const [name, member] = payload;
  const value = members[name];
  if (value === undefined || value === null) return undefined;
  const inner = shapeOf(model, member);
  if (inner.type === 'blob') return Buffer.from(typeof value === 'string' ? value : '', 'base64');
  if (inner.type === 'string') return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  if (protocol === 'rest-json') return Buffer.from(JSON.stringify(writeJson(model, member, value)));
  const root = member.locationName ?? (inner.type === 'structure' ? inner.locationName : undefined) ?? member.shape;
  return Buffer.from(`${xmlHead}${writeElement(model, root, namespaced(model, member), value)}`);
}

/** Whether a protocol has CBOR in its bodies. */
export function isCbor(protocol: Protocol): protocol is 'json-cbor' | 'smithy-rpc-v2-cbor' {
  return protocol === 'json-cbor' || protocol === 'smithy-rpc-v2-cbor';
}

/** What times are counted in: the SDKs for Java have milliseconds where JSON would have seconds (their `SdkCborGenerator`). */
function perSecond(protocol: 'json-cbor' | 'smithy-rpc-v2-cbor'): number {
  return protocol === 'json-cbor' ? 1000 : 1;
}

/** Reads the body of an RPC protocol: JSON or CBOR. */
export function readRpcBody(model: ServiceModel, shape: StructureShape, protocol: Protocol, body: Buffer): Members {
  if (isCbor(protocol)) return readCbor(model, shape, body, perSecond(protocol));
  const read = parseJson(body);
  return isMembers(read) ? readJsonMembers(model, shape, read) : {};
}

/** Writes the body of an RPC protocol: JSON or CBOR. */
export function writeRpcBody(model: ServiceModel, shape: StructureShape, protocol: Protocol, members: Members): Buffer {
  return isCbor(protocol)
    ? writeCbor(model, shape, members, perSecond(protocol))
    : Buffer.from(JSON.stringify(writeJsonMembers(model, shape, members)));
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

function xmlDocument(model: ServiceModel, root: string, content: string): Buffer {
  const space = model.xmlNamespace === undefined ? '' : ` xmlns="${model.xmlNamespace}"`;
  return Buffer.from(`${xmlHead}<${root}${space}>${content}</${root}>`);
}

function namespaced(model: ServiceModel, member: Member): Member {
  return member.xmlNamespace !== undefined || model.xmlNamespace === undefined
    ? member
    : { ...member, xmlNamespace: { uri: model.xmlNamespace } };
}

function parseJson(body: Buffer): Json {
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Json);
}
