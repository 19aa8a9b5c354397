import { describe, expect, test } from '@jest/globals';
import type { Json, Members } from '../../src/aws-gateway/aws-call.js';
import { loadModel, servicesMetadata } from '../../src/aws-gateway/models/load-model.js';
import type { Member, Protocol, ServiceModel, StructureShape } from '../../src/aws-gateway/models/service-model.js';
import { decodeResponse } from '../../src/aws-gateway/protocols/decode-response.js';
import { encodeError, encodeResponse } from '../../src/aws-gateway/protocols/encode-answer.js';
import { membersOf, outputOf, shapeOf } from '../../src/aws-gateway/protocols/shapes.js';
import { wireOf } from '../../src/aws-gateway/protocols/wire.js';

/** How deep the values go: some shapes contain themselves. */
const maxDepth = 4;

/** Values for a structure: each member, with what is hard to write. */
function membersFor(model: ServiceModel, shape: StructureShape, depth: number): Members {
  const found: Record<string, Json> = {};
  for (const [name, member] of membersOf(shape)) {
    if (shape.union && Object.keys(found).length > 0) break;
    const value = valueFor(model, member, depth + 1);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function valueFor(model: ServiceModel, member: Member, depth: number): Json | undefined {
  const shape = shapeOf(model, member);
  const isHeader = member.location === 'header' || member.location === 'headers' || member.eventheader;
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return { any: ['thing', 1] };
      if (depth >= maxDepth && !shape.eventstream) return undefined;
      if (shape.eventstream) {
        return membersOf(shape).flatMap(([name, event]) => {
          const inner = shapeOf(model, event);
          return inner.type === 'structure' && !inner.exception ? [{ [name]: membersFor(model, inner, depth) }] : [];
        });
      }
      const members = membersFor(model, shape, depth);
      return Object.keys(members).length === 0 ? undefined : members;
    }
    case 'list': {
      const item = valueFor(model, shape.member, depth + 1);
      return item === undefined || isHeader ? undefined : [item, item];
    }
    case 'map': {
      if (isHeader) return { key: 'text' };
      const value = valueFor(model, shape.value, depth + 1);
      return value === undefined ? undefined : { 'a key': value };
    }
    case 'boolean':
      return true;
    case 'integer':
    case 'long':
      return member.location === 'statusCode' ? 202 : 7;
    case 'float':
    case 'double':
    case 'bigdecimal':
      return 1.5;
    case 'timestamp':
      return '2026-01-02T03:04:05Z';
    case 'blob':
      return Buffer.from('\u0000<bytes>').toString('base64');
    default:
      if (member.jsonvalue || shape.jsonvalue) return { any: 'thing' };
      return isHeader ? 'text' : 'tëxt & <"more">\n';
  }
}

const cases = Object.keys(servicesMetadata()).flatMap((name) => {
  const protocol = servicesMetadata()[name]?.protocol ?? 'json';
  const others: readonly Protocol[] =
    name === 'cloudwatch' ? ['json', 'query'] : name === 'kinesis' ? ['json-cbor'] : [];
  return [protocol, ...others].map((wire) => ({ name, wire }));
});

describe.each(cases)('$name by $wire', ({ name, wire: protocol }) => {
  const model = loadModel(name) as ServiceModel;
  const wire = wireOf(model, protocol);

  test('reads each response that it writes', () => {
    for (const [operationName, operation] of Object.entries(model.operations)) {
      // This old operation has one element for two members.
      if (operationName === 'GetBucketNotification') continue;
      const members = membersFor(model, outputOf(model, operation), 0);
      const context = { model, operation, operationName, wire, requestId: 'an-id' };
      const answer = encodeResponse(context, 200, members);
      const read = decodeResponse(model, operationName, operation, wire, answer);
      expect({ operationName, ...read }).toEqual({ operationName, status: answer.status, members });
    }
  });

  test('reads the code and the message of each error that it writes', () => {
    const [[operationName, operation] = ['', undefined]] = Object.entries(model.operations);
    if (operation === undefined) return;
    const context = { model, operation, operationName, wire, requestId: 'an-id' };
    const error = { code: 'AccessDenied', message: 'Not <allowed> & "sorry"' };
    const read = decodeResponse(model, operationName, operation, wire, encodeError(context, 403, error));
    expect(read).toEqual({ status: 403, error });
  });
});
