import { type Deferred, deferred } from '../../process/deferred.js';

/** Parts of a response on their way to somebody who reads them one after the other. */
export class ChunkQueue {
  readonly #chunks: Buffer[] = [];
  #isEnded = false;
  #changed: Deferred<void> = deferred();
  readonly #first: Deferred<void> = deferred();

  /** Settles with the first part. */
  get begun(): Promise<void> {
    return this.#first.promise;
  }

  readonly push = (chunk: Buffer): void => {
    this.#chunks.push(chunk);
    this.#first.resolve();
    this.#changed.resolve();
  };

  /** No more parts follow. */
  end(): void {
    this.#isEnded = true;
    this.#changed.resolve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        yield chunk;
        continue;
      }
      if (this.#isEnded) return;
      this.#changed = deferred();
      await this.#changed.promise;
    }
  }
}
