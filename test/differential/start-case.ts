import type { SandboxInvocation } from '../../src/lambda/sandbox/sandbox-options.js';
import type { Dialect } from './known-differences.js';

/** The file in the working folder by which a function is told that what it has left for later is to come. */
export const laterFile = 'later';

/** A small function whose whole life is compared: how it starts, what it answers, and how it ends. */
export interface StartCase {
  readonly title: string;
  /** The one dialect that it is for, where it is not for all. */
  readonly only?: Dialect;
  /** The files of the function, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** `index.handler` where nothing is said. */
  readonly handler?: string;
  /** The texts of the events, one after the other; one empty object where nothing is said. */
  readonly events?: readonly string[];
  readonly details?: Partial<SandboxInvocation>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /**
   * Whether an event leaves an error behind that comes once {@link laterFile} is there, after its answer. The next event waits for it, and
   * in our runtime for the end of the process, which AWS's client puts off until it has that event.
   */
  readonly failsLater?: boolean;
}
