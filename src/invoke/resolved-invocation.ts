import type { Credentials } from '../identity/credentials.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import type { Containment } from './containment-policy.js';

/** Everything that an invocation needs, found and read: what will be run, how, and with which credentials. */
export interface ResolvedInvocation {
  readonly function: LambdaFunction;
  /** The folder that the handler is loaded from. Absolute. */
  readonly taskRoot: string;
  /** The environment of the handler. Its values may be secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /** The ways to start the runtime, tried in order. */
  readonly launches: readonly [Launch, ...Launch[]];
  /** The interpreter that is tried first, whatever wraps it; none of a program of the function's own. */
  readonly interpreter?: string;
  /** How its process is contained. */
  readonly containment?: Containment;
  readonly credentials?: Credentials;
}
