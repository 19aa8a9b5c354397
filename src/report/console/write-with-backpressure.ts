import type { Writable } from 'node:stream';

/**
 * Writes to a stream. If its buffer is full, returns a promise that settles when there is room again, or the stream is
 * closed.
 */
export function writeWithBackpressure(stream: Writable, bytes: Buffer): void | Promise<void> {
  if (stream.write(bytes) || stream.destroyed) return;
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('close', done).on('error', done);
  });
}
