import type { ProcessEnd } from '../../errors.js';

/** No candidate could be started, or all of them were dead shims. */
export class RuntimeNotFoundError extends Error {
  override readonly name = 'RuntimeNotFoundError';
  readonly attempts: readonly { readonly command: string; readonly end: ProcessEnd; readonly output: string }[];

  constructor(attempts: RuntimeNotFoundError['attempts']) {
    super('No runtime could be started');
    this.attempts = attempts;
  }
}
