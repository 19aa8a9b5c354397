import type { Readable } from 'node:stream';

/** Takes what a module prints. If it returns a promise, further pieces are held back until it settles. */
export type TakeOutput = (chunk: Buffer, stream: 'stdout' | 'stderr') => void | Promise<void>;

/** Passes on the pieces of a stream, no faster than they are taken. */
export function forwardOutput(stream: Readable, name: 'stdout' | 'stderr', take: TakeOutput): void {
  stream.on('data', (chunk: Buffer) => {
    const taken = take(chunk, name);
    if (taken === undefined) return;
    stream.pause();
    taken.then(
      () => stream.resume(),
      () => stream.resume(),
    );
  });
}
