import { Readable } from 'node:stream';
import type { HeldBytes } from './held-bytes.js';

/** A body, or what is left of one that is longer than was asked for. */
export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  /** All of it, from its beginning, as a stream. */
  | { readonly kind: 'long'; readonly stream: Readable; readonly heldBytes: number }
  /** Too much is held already. */
  | { readonly kind: 'refused' };

/**
 * Reads a body up to a limit. What it returns is held until it is given back.
 * @throws where the client went away
 */
export async function readBody(message: Readable, limitBytes: number, held: HeldBytes): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const iterator = message.iterator({ destroyOnReturn: false });
  for (;;) {
    const { done, value } = (await iterator.next()) as IteratorResult<Buffer, undefined>;
    if (done) return { kind: 'whole', bytes: Buffer.concat(chunks) };
    if (!held.take(value.length)) {
      held.giveBack(bytes);
      return { kind: 'refused' };
    }
    chunks.push(value);
    bytes += value.length;
    if (bytes > limitBytes)
      return { kind: 'long', stream: Readable.from(continued(chunks, iterator)), heldBytes: bytes };
  }
}

async function* continued(read: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* read;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}
