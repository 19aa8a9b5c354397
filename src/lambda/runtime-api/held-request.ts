import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { maxResponsePayloadBytes } from '../limits.js';
import type { ApiRequest } from './exchange.js';

/**
 * A request that is read from now on, for somebody who listens later. `node:http` drops what nobody has listened to, even of a
 * request that has come whole, as soon as the connection ends; and does not say so to who listens after that.
 */
export class HeldRequest extends EventEmitter implements ApiRequest {
  readonly #request: IncomingMessage;
  /** What has come, until somebody listens. */
  #held: { readonly event: string; readonly chunk?: Buffer }[] | undefined = [];
  #heldBytes = 0;

  constructor(request: IncomingMessage) {
    super();
    this.#request = request;
    request.on('data', (chunk: Buffer) => this.#take('data', chunk));
    request.on('end', () => this.#take('end'));
    request.on('error', () => {});
    request.on('close', () => this.#take('close'));
    this.on('newListener', (event) => {
      // Who listens for the data listens for the rest in the same turn.
      if (event === 'data') queueMicrotask(() => this.#release());
    });
  }

  get method(): string | undefined {
    return this.#request.method;
  }

  get url(): string | undefined {
    return this.#request.url;
  }

  get headers(): IncomingMessage['headers'] {
    return this.#request.headers;
  }

  get trailers(): IncomingMessage['trailers'] {
    return this.#request.trailers;
  }

  resume(): void {
    this.#held = undefined;
    this.#request.resume();
  }

  #take(event: string, chunk?: Buffer): void {
    if (this.#held === undefined) {
      this.emit(event, chunk);
      return;
    }
    this.#held.push({ event, ...(chunk === undefined ? {} : { chunk }) });
    this.#heldBytes += chunk?.length ?? 0;
    if (this.#heldBytes > maxResponsePayloadBytes) this.#request.pause();
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const { event, chunk } of held) this.emit(event, chunk);
    this.#request.resume();
  }
}
