import type { Readable } from 'node:stream';

/** Takes what a module prints. A promise holds further pieces back until it settles. */
export type TakeOutput = (chunk: Buffer, stream: 'stdout' | 'stderr') => void | Promise<void>;

/** Hands the pieces of a stream on, as fast as they are taken. */
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
