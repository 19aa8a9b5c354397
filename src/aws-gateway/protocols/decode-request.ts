import type { Members } from '../aws-call.js';
import type { Operation, ServiceModel } from '../models/service-model.js';
import { readRestBody, readRpcBody } from './bodies.js';
import { readForm } from './form-values.js';
import type { HttpQuestion } from './http-answer.js';
import { readRequestBindings } from './http-bindings.js';
import { inputOf } from './shapes.js';
import type { Wire } from './wire.js';

/**
 * The members of a request.
 * @param labels the parts of the path that are members, decoded
 * @throws where the body is not what the protocol has
 */
export function decodeRequest(
  model: ServiceModel,
  operation: Operation,
  { protocol }: Wire,
  labels: Readonly<Record<string, string>>,
  { query, headers, body }: HttpQuestion,
): Members {
  const shape = inputOf(model, operation);
  switch (protocol) {
    case 'json':
    case 'json-cbor':
    case 'smithy-rpc-v2-cbor':
      return readRpcBody(model, shape, protocol, body);
    case 'query':
      return readForm(model, shape, body.length === 0 ? query : new URLSearchParams(body.toString()));
    case 'rest-json':
    case 'rest-xml':
      return {
        ...readRequestBindings(model, shape, labels, query, headers),
        ...readRestBody(model, shape, protocol, body),
      };
  }
}
