import type { AwsError, Members } from '../aws-call.js';
import type { Operation, ServiceModel, StructureShape } from '../models/service-model.js';
import { isCbor, writeRestBody, writeRpcBody } from './bodies.js';
import { errorShape, formCode } from './error-codes.js';
import { writeEvents } from './event-stream.js';
import type { HttpAnswer } from './http-answer.js';
import { writeResponseBindings } from './http-bindings.js';
import { writeJsonMembers } from './json-values.js';
import { eventStreamOf, isMembers, outputOf } from './shapes.js';
import type { Wire } from './wire.js';
import { escapeXml, writeXml } from './xml-values.js';

/** What answers have beside their content: requests are told apart by it. */
export interface AnswerContext {
  readonly model: ServiceModel;
  readonly operationName: string;
  readonly operation: Operation;
  readonly wire: Wire;
  readonly requestId: string;
}

/** A success as the service would send it. */
export function encodeResponse(context: AnswerContext, status: number, members: Members): HttpAnswer {
  const { model, operation, operationName, wire, requestId } = context;
  const { protocol, contentType } = wire;
  const shape = outputOf(model, operation);
  const common = { 'content-type': contentType, ...requestIdHeaders(context) };
  const stream = eventStreamOf(model, shape);
  if (stream !== undefined) return encodeStream(context, status, members, stream);
  switch (protocol) {
    case 'json':
    case 'json-cbor':
      return { status, headers: common, body: writeRpcBody(model, shape, protocol, members) };
    case 'smithy-rpc-v2-cbor':
      return {
        status,
        headers: { ...common, 'smithy-protocol': 'rpc-v2-cbor' },
        body: writeRpcBody(model, shape, protocol, members),
      };
    case 'query': {
      const { resultWrapper = `${operationName}Result` } = operation.output ?? {};
      const result =
        operation.output === undefined ? '' : `<${resultWrapper}>${writeXml(model, shape, members)}</${resultWrapper}>`;
      const text = `<${operationName}Response xmlns="${model.xmlNamespace ?? ''}">${result}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operationName}Response>`;
      return { status, headers: common, body: Buffer.from(text) };
    }
    case 'rest-json':
    case 'rest-xml': {
      const bound = writeResponseBindings(model, shape, members);
      const isLocation = model.name === 's3' && operationName === 'GetBucketLocation';
      // This one response of S3 has its only member as the root.
      const body = isLocation
        ? Buffer.from(
            `<LocationConstraint xmlns="${model.xmlNamespace ?? ''}">${escapeXml(String(members['LocationConstraint'] ?? ''))}</LocationConstraint>`,
          )
        : writeRestBody(model, shape, protocol, members, `${operationName}Result`);
      return {
        status: bound.status ?? status,
        headers: { ...(body === undefined ? requestIdHeaders(context) : common), ...bound.headers },
        body: body ?? Buffer.alloc(0),
      };
    }
  }
}

function encodeStream(
  context: AnswerContext,
  status: number,
  members: Members,
  [name, events]: [string, StructureShape],
): HttpAnswer {
  const { model, operation, wire } = context;
  const { [name]: list, ...rest } = members;
  const shape = outputOf(model, operation);
  const isRpc = wire.protocol === 'json' || isCbor(wire.protocol);
  const beside = isRpc ? writeRpcBody(model, shape, wire.protocol, rest) : undefined;
  const written = Array.isArray(list) ? list.filter(isMembers) : [];
  const bound = writeResponseBindings(model, shape, rest);
  return {
    status: bound.status ?? status,
    headers: {
      'content-type': 'application/vnd.amazon.eventstream',
      ...requestIdHeaders(context),
      ...bound.headers,
    },
    body: writeEvents(model, wire.protocol, events, written, beside),
  };
}

/** Events of a response's stream, as they follow its head. */
export function encodeEvents({ model, operation, wire }: AnswerContext, events: readonly Members[]): Buffer {
  const [, shape] = eventStreamOf(model, outputOf(model, operation)) ?? [];
  return shape === undefined ? Buffer.alloc(0) : writeEvents(model, wire.protocol, shape, events, undefined);
}

/** An error as the service would send it, in the protocol of the request. */
export function encodeError(context: AnswerContext, status: number, error: AwsError): HttpAnswer {
  const { model, wire, requestId } = context;
  const { code, message, members = {} } = error;
  const [name, shape] = errorShape(model, code) ?? [code, undefined];
  const common = { 'content-type': wire.contentType, ...requestIdHeaders(context) };
  const fault = status >= 500 ? 'Receiver' : 'Sender';
  switch (wire.protocol) {
    case 'json':
    case 'json-cbor':
    case 'smithy-rpc-v2-cbor': {
      const all = { __type: name, message, ...members };
      return {
        status,
        headers: {
          ...common,
          ...(wire.protocol === 'smithy-rpc-v2-cbor' ? { 'smithy-protocol': 'rpc-v2-cbor' } : {}),
          ...(model.awsQueryCompatible === undefined
            ? {}
            : { 'x-amzn-query-error': `${formCode(shape?.error?.code ?? code)};${fault}` }),
        },
        body: isCbor(wire.protocol)
          ? writeRpcBody(model, withMembers(all), wire.protocol, all)
          : Buffer.from(JSON.stringify(shape === undefined ? all : writeJsonMembers(model, shape, all))),
      };
    }
    case 'rest-json':
      return {
        status,
        headers: { ...common, 'x-amzn-errortype': name },
        body: Buffer.from(JSON.stringify({ message, Message: message, ...members })),
      };
    case 'query': {
      const text = `<ErrorResponse xmlns="${model.xmlNamespace ?? ''}"><Error><Type>${fault}</Type>${errorContent(shape, error)}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
      return { status, headers: common, body: Buffer.from(text) };
    }
    case 'rest-xml': {
      const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${errorContent(shape, error)}<RequestId>${requestId}</RequestId></Error>`;
      return { status, headers: common, body: Buffer.from(text) };
    }
  }
}

/** A structure of texts, for an error that the model does not know. */
function withMembers(members: Members): StructureShape {
  return {
    type: 'structure',
    members: Object.fromEntries(Object.keys(members).map((name) => [name, { shape: 'string' }])),
  };
}

function errorContent(shape: StructureShape | undefined, { code, message, members = {} }: AwsError): string {
  const more = Object.entries(members)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
  return `<Code>${escapeXml(shape?.error?.code ?? code)}</Code><Message>${escapeXml(message)}</Message>${more.join('')}`;
}

function requestIdHeaders({ model, requestId }: AnswerContext): Record<string, string> {
  return model.name === 's3'
    ? { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId }
    : { 'x-amzn-requestid': requestId };
}
