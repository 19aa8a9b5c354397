import { loadModel } from '../models/load-model.js';
import type { Operation, Protocol, ServiceModel } from '../models/service-model.js';
import { unmodelled } from '../models/unmodelled.js';
import type { HttpQuestion } from '../protocols/http-answer.js';
import { type Wire, wireOf } from '../protocols/wire.js';
import { findServices, type RequestHead, rpcPath } from './find-service.js';
import { matchRest } from './rest-routes.js';
import { withBucket } from './s3-address.js';
import { type SignatureScope, signatureOf } from './signature.js';

/** A request whose operation is known. */
export interface RecognisedRequest {
  readonly model: ServiceModel;
  readonly operationName: string;
  readonly operation: Operation;
  readonly wire: Wire;
  /** The members in the path. */
  readonly labels: Readonly<Record<string, string>>;
  readonly scope: SignatureScope | undefined;
  /** Whether there is a model of it. Without one, the operation is what the request says of itself. */
  readonly isModelled: boolean;
}

/**
 * Whether the operation can only be told once the body is there: it is a field of a form. Bodies of all others are
 * read when it is known whether they may be large.
 */
export function isNamedByBody(head: RequestHead): boolean {
  return (
    head.method === 'POST' &&
    head.headers['x-amz-target'] === undefined &&
    (head.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  );
}

/** Finds service and operation of a request. Its body is looked at only where {@link isNamedByBody} says so. */
export function recognise(question: HttpQuestion): RecognisedRequest {
  const scope = signatureOf(question.headers, question.query);
  const form = isNamedByBody(question) ? new URLSearchParams(question.body.toString()) : question.query;
  const head = form.has('Version') ? { ...question, query: form } : question;
  for (const name of findServices(head, scope)) {
    const model = loadModel(name);
    const found = model === undefined ? undefined : findOperation(model, question, form);
    if (model !== undefined && found !== undefined) return { model, scope, isModelled: true, ...found };
  }
  return withoutModel(question, scope, form);
}

type Found = Pick<RecognisedRequest, 'operationName' | 'operation' | 'wire' | 'labels'>;

function findOperation(model: ServiceModel, question: HttpQuestion, form: URLSearchParams): Found | undefined {
  const { method, path, query, headers } = question;
  const named = (operationName: string | undefined | null, wire: Wire): Found | undefined => {
    const operation =
      typeof operationName === 'string' && Object.hasOwn(model.operations, operationName)
        ? model.operations[operationName]
        : undefined;
    return typeof operationName !== 'string' || operation === undefined
      ? undefined
      : { operationName, operation, wire, labels: {} };
  };
  const target = headers['x-amz-target'];
  if (target !== undefined)
    return named(target.slice(target.lastIndexOf('.') + 1), wireOf(model, isCborBody(headers) ? 'json-cbor' : 'json'));
  const rpc = rpcPath.exec(path);
  if (rpc !== null) return named(rpc[2], wireOf(model, 'smithy-rpc-v2-cbor'));
  if (model.protocol !== 'rest-json' && model.protocol !== 'rest-xml') {
    return named(form.get('Action'), wireOf(model, 'query'));
  }
  const address = model.name === 's3' ? withBucket(path, headers['host'] ?? '') : connectionPath(model, path);
  const match = matchRest(model, method, address, query, headers);
  return match === undefined ? undefined : { ...match, wire: wireOf(model) };
}

/** Whether a call by JSON has CBOR in its place. */
function isCborBody(headers: RequestHead['headers']): boolean {
  return (headers['content-type'] ?? '').startsWith('application/x-amz-cbor');
}

/** The API of WebSockets has a path of its own in front, which is the stage. */
function connectionPath({ name }: ServiceModel, path: string): string {
  const start = name === 'apigatewaymanagementapi' ? path.search(/\/(?:@|%40)connections\//i) : -1;
  return start < 0 ? path : path.slice(start).replace(/^\/%40/i, '/@');
}

/** A request to a service of which there is no model: its members are those of its body, where that is JSON. */
function withoutModel(
  question: HttpQuestion,
  scope: SignatureScope | undefined,
  form: URLSearchParams,
): RecognisedRequest {
  const { method, path, headers } = question;
  const target = headers['x-amz-target'];
  const action = form.get('Action');
  const operationName = target?.slice(target.lastIndexOf('.') + 1) ?? action ?? `${method} ${path}`;
  const operation: Operation = { method, requestUri: path };
  const isJson = (headers['content-type'] ?? '').includes('json');
  const rpc = isCborBody(headers) ? 'json-cbor' : 'json';
  const protocol: Protocol = action !== null ? 'query' : target !== undefined || isJson ? rpc : 'rest-xml';
  const name = scope?.signingName ?? 'unknown';
  const version = /(?:json|cbor)-(1\.[01])/.exec(headers['content-type'] ?? '')?.[1] ?? '1.1';
  const model = unmodelled(
    name,
    operationName,
    operation,
    protocol,
    target === undefined ? {} : { jsonVersion: version },
  );
  return { model, operationName, operation, wire: wireOf(model, protocol), labels: {}, scope, isModelled: false };
}
