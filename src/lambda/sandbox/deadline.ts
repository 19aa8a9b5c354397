import { deferred } from '../../process/deferred.js';

/** A point in time to wait for. Disposing of it stops its timer; the wait then never settles. */
export interface Deadline extends Disposable {
  readonly expired: Promise<void>;
}

/** A deadline `ms` from now. */
export function deadlineIn(ms: number): Deadline {
  const { promise, resolve } = deferred<void>();
  const timer = setTimeout(() => resolve(), ms);
  return { expired: promise, [Symbol.dispose]: () => clearTimeout(timer) };
}
