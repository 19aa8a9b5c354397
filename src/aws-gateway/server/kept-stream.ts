import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Copies a stream, and keeps what passes.
 * @returns all of it; `undefined` where it was larger than the limit
 * @throws where one of the two ends breaks
 */
export async function copyAndKeep(from: Readable, to: Writable, limitBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  await pipeline(
    from,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        bytes += chunk.length;
        if (bytes <= limitBytes) chunks.push(chunk);
        else chunks.length = 0;
        yield chunk;
      }
    },
    to,
  );
  return bytes <= limitBytes ? Buffer.concat(chunks) : undefined;
}
