import { createOfflineAnswers } from '../../answers/offline-answers.js';
import type { ConfigDocument, ConfigNode } from '../../document/config-node.js';
import type { Dialect } from '../root/dialect.js';
import { SourceFailure } from './problem.js';
import { createResolver, type Resolver } from './resolver.js';
import { createSources, remoteSourceNames, type SourceInputs } from './sources.js';

/**
 * A resolver that asks nobody and runs nothing: it knows the configuration itself, its YAML and JSON files, the environment, and
 * what the caller gave. Every other variable is one that can't be resolved.
 * @param onValue takes what variables refer to, as it is resolved
 */
export function createLocalResolver(
  document: ConfigDocument,
  inputs: SourceInputs,
  dialect: Dialect,
  onValue: (node: ConfigNode) => void = () => {},
): Resolver {
  const refuse = async (): Promise<never> => {
    throw new SourceFailure('variable-not-local', 'is not looked up here');
  };
  const sources = createSources({ ...inputs, answers: createOfflineAnswers({}), readScript: refuse });
  for (const name of remoteSourceNames) sources.delete(name);
  for (const [name, source] of sources) {
    const resolve: typeof source.resolve = async (call, access) => {
      const node = await source.resolve(call, access);
      if (node !== undefined) onValue(node);
      return node;
    };
    sources.set(name, { ...source, resolve });
  }
  return createResolver(document, sources, { dialect, findSource: refuse });
}
