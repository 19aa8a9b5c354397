import type { Writable } from 'node:stream';

/** Writes to a stream. Where its buffer is full, gives a promise of the moment when there is room again, or no stream any more. */
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
