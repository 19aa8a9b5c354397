import { deferred } from '../../process/deferred.js';

/** A point in time that can be waited for. Disposing of it ends the wait without an answer. */
export interface Deadline extends Disposable {
  readonly expired: Promise<void>;
}

/** A deadline `ms` from now. */
export function deadlineIn(ms: number): Deadline {
  const { promise, resolve } = deferred<void>();
  const timer = setTimeout(() => resolve(), ms);
  return { expired: promise, [Symbol.dispose]: () => clearTimeout(timer) };
}
