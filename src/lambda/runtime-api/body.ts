import type { ApiRequest } from './exchange.js';

/** The body of a request, or why there is none. */
export type RequestBody =
  | { readonly kind: 'complete'; readonly bytes: Buffer }
  /** It was longer than the limit, so it was read to its end and dropped. */
  | { readonly kind: 'too-large'; readonly totalBytes: number }
  /** The connection ended before the body did. */
  | { readonly kind: 'truncated' };

/** From which length on a body has its place before it is there, in bytes: it is put together while more of it comes. */
const longBody = 64 * 1024;

/**
 * Reads a request's body into memory, at most `limitBytes` of it. A longer body is still read to its end, and dropped: a
 * client that writes the whole body first can then read the answer.
 */
export function readBody(request: ApiRequest, limitBytes: number): Promise<RequestBody> {
  return new Promise((resolve) => {
    const whole = spaceFor(request, limitBytes);
    let chunks: Buffer[] = [];
    let totalBytes = 0;
    request.on('data', (chunk: Buffer) => {
      totalBytes += chunk.length;
      if (totalBytes > limitBytes) chunks = [];
      else if (whole !== undefined) chunk.copy(whole, totalBytes - chunk.length);
      else chunks.push(chunk);
    });
    request.on('end', () => {
      if (totalBytes > limitBytes) resolve({ kind: 'too-large', totalBytes });
      else if (whole !== undefined) resolve({ kind: 'complete', bytes: whole.subarray(0, totalBytes) });
      else resolve({ kind: 'complete', bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) });
    });
    request.on('error', () => {});
    request.on('close', () => resolve({ kind: 'truncated' }));
  });
}

/** The place of a long body whose length the request tells, if it is within the limit. */
function spaceFor({ headers }: ApiRequest, limitBytes: number): Buffer | undefined {
  const bytes = Number(headers['content-length']);
  return bytes >= longBody && bytes <= limitBytes ? Buffer.allocUnsafe(bytes) : undefined;
}
