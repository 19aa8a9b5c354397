import type { Protocol, ServiceModel } from '../models/service-model.js';

/** How one request was written, which is how it has to be answered. A service may know several ways. */
export interface Wire {
  readonly protocol: Protocol;
  /** The `Content-Type` of its answers. */
  readonly contentType: string;
}

/** What a service answers with by a protocol. */
export function wireOf(model: ServiceModel, protocol: Protocol = model.protocol): Wire {
  switch (protocol) {
    case 'json':
      return { protocol, contentType: `application/x-amz-json-${model.jsonVersion ?? '1.0'}` };
    case 'json-cbor':
      return { protocol, contentType: `application/x-amz-cbor-${model.jsonVersion ?? '1.1'}` };
    case 'rest-json':
      return { protocol, contentType: 'application/json' };
    case 'query':
      return { protocol, contentType: 'text/xml' };
    case 'rest-xml':
      return { protocol, contentType: 'application/xml' };
    case 'smithy-rpc-v2-cbor':
      return { protocol, contentType: 'application/cbor' };
  }
}
