import type { OfflineAnswers } from '../../answers/offline-answers.js';
import type { ConfigNode } from '../../document/config-node.js';
import type { Variables } from '../dotenv/env-file.js';
import type { ResolverSettings } from '../variables/sources/resolver-kind.js';

/** What a composition gives to one of its services, beyond what stands on the command line. */
export interface Composed {
  readonly answers: OfflineAnswers;
  readonly params: ComposedParams;
  /** The variables of the composition's `.env` files that the environment does not have itself. */
  readonly dotenv: Variables;
  readonly resolver: InheritedResolver;
}

/** The params of a service in a composition. Each is resolved when it is first asked for. */
export interface ComposedParams {
  /** Whether they go before those that the service has itself. */
  readonly areFirst: boolean;
  readonly names: readonly string[];
  /** @throws VariableError where it can't be resolved. */
  find(name: string): Promise<ConfigNode | undefined>;
}

/** The settings of a resolver that a composition has by a name of its own; `undefined` where it has none. */
export type InheritedResolver = (name: string) => Promise<ResolverSettings | undefined>;
