import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';

/** A request of HTTP/1.1 or HTTP/2. */
export type GatewayMessage = IncomingMessage | Http2ServerRequest;

/** The answer to it. */
export type GatewayResponse = ServerResponse | Http2ServerResponse;
