import type { ApiRequest } from './exchange.js';

/** The body of a request, or why there is none. */
export type RequestBody =
  | { readonly kind: 'complete'; readonly bytes: Buffer }
  /** It was longer than the limit, so it was read to its end and dropped. */
  | { readonly kind: 'too-large'; readonly totalBytes: number }
  /** The connection ended before the body did. */
  | { readonly kind: 'truncated' };

/**
 * Reads a request's body into memory, at most `limitBytes` of it. A longer body is still read to its end, and dropped: a
 * client that writes the whole body first can then read the answer.
 */
export function readBody(request: ApiRequest, limitBytes: number): Promise<RequestBody> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let totalBytes = 0;
    request.on('data', (chunk: Buffer) => {
      totalBytes += chunk.length;
      if (totalBytes <= limitBytes) chunks.push(chunk);
      else chunks = [];
    });
    request.on('end', () => {
      if (totalBytes > limitBytes) resolve({ kind: 'too-large', totalBytes });
      else resolve({ kind: 'complete', bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) });
    });
    request.on('error', () => {});
    request.on('close', () => resolve({ kind: 'truncated' }));
  });
}
