import type { AwsError, AwsResponse, Json, Members } from '../aws-call.js';
import type { Operation, ServiceModel } from '../models/service-model.js';
import { isCbor, readRestBody, readRpcBody } from './bodies.js';
import { errorShape } from './error-codes.js';
import { readEvents } from './event-stream.js';
import type { HttpAnswer } from './http-answer.js';
import { readResponseBindings } from './http-bindings.js';
import { eventStreamOf, isMembers, outputOf } from './shapes.js';
import type { Wire } from './wire.js';
import { childOf, parseRoot, readXml, textOf } from './xml-values.js';

/**
 * What a service has answered.
 * @throws where it is not what the protocol has
 */
export function decodeResponse(
  model: ServiceModel,
  operationName: string,
  operation: Operation,
  { protocol }: Wire,
  answer: HttpAnswer,
): AwsResponse {
  const { status, headers, body } = answer;
  if (status >= 300) return { status, error: decodeError(model, protocol, answer) };
  const shape = outputOf(model, operation);
  const stream = eventStreamOf(model, shape);
  if (stream !== undefined) {
    const [name, events] = stream;
    const read = readEvents(model, protocol, events, body);
    const beside =
      read.initial === undefined
        ? readResponseBindings(model, shape, status, headers)
        : readRpcBody(model, shape, protocol, read.initial);
    return { status, members: { ...beside, [name]: read.events } };
  }
  switch (protocol) {
    case 'json':
    case 'json-cbor':
    case 'smithy-rpc-v2-cbor':
      return { status, members: readRpcBody(model, shape, protocol, body) };
    case 'query': {
      const root = parseRoot(body.toString());
      const wrapper = operation.output?.resultWrapper ?? `${operationName}Result`;
      return { status, members: readXml(model, shape, childOf(root, wrapper) ?? root) };
    }
    case 'rest-json':
    case 'rest-xml': {
      const isLocation = model.name === 's3' && operationName === 'GetBucketLocation';
      const ofBody = isLocation ? bucketLocation(body) : readRestBody(model, shape, protocol, body);
      return { status, members: { ...readResponseBindings(model, shape, status, headers), ...ofBody } };
    }
  }
}

function bucketLocation(body: Buffer): Members {
  const region = textOf(parseRoot(body.toString()));
  return region === undefined || region === '' ? {} : { LocationConstraint: region };
}

/** The error in an answer. A text that is none of the protocol's gives one with the status as its code. */
function decodeError(model: ServiceModel, protocol: Wire['protocol'], { status, headers, body }: HttpAnswer): AwsError {
  const unknown = { code: String(status), message: '' };
  try {
    if (protocol === 'query' || protocol === 'rest-xml') return xmlError(body) ?? unknown;
    const members = isCbor(protocol)
      ? readRpcBody(model, { type: 'structure', members: {} }, protocol, body)
      : (JSON.parse(body.toString() || '{}') as Json);
    return jsonError(model, isMembers(members) ? members : {}, headers) ?? unknown;
  } catch {
    return { ...unknown, message: body.subarray(0, 500).toString() };
  }
}

function xmlError(body: Buffer): AwsError | undefined {
  const root = parseRoot(body.toString());
  const error = childOf(root, 'Error') ?? root;
  const code = textOf(childOf(error, 'Code'));
  if (code === undefined) return undefined;
  return { code, message: textOf(childOf(error, 'Message')) ?? '' };
}

function jsonError(
  model: ServiceModel,
  members: Members,
  headers: Readonly<Record<string, string>>,
): AwsError | undefined {
  const { __type: type, code: ofBody, message, Message, ...rest } = members;
  const name = headers['x-amzn-errortype'] ?? (typeof type === 'string' ? type : ofBody);
  if (typeof name !== 'string') return undefined;
  const code = name.replace(/:.*$/, '').replace(/^.*#/, '');
  const [, shape] = errorShape(model, code) ?? [];
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => shape?.members[key] !== undefined));
  const text = message ?? Message;
  return {
    code,
    message: typeof text === 'string' ? text : '',
    ...(Object.keys(known).length === 0 ? {} : { members: known }),
  };
}
