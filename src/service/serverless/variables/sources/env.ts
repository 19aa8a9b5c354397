import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { Source } from './source.js';

/** `env:NAME`: an environment variable. An empty one has a value too. */
export function envSource(environment: Readonly<Record<string, string>>): Source {
  return {
    resolve: async ({ address }) => {
      if (address === undefined || address === '') {
        throw new SourceFailure('variable-address', 'names no environment variable', 'Write ${env:NAME}.');
      }
      return Object.hasOwn(environment, address) ? dataNode(environment[address]) : undefined;
    },
    explainMissing: ({ address = '' }) => {
      // A short name is always similar to some other name.
      const nearest = address.length < 5 ? undefined : nearestName(address, Object.keys(environment));
      const meant = nearest === undefined ? '' : `Did you mean \${env:${nearest}}? `;
      return {
        reason: `has no value: the environment variable ${address} is not set`,
        hint: `${meant}Set it, or give a fallback: \${env:${address}, '…'}.`,
      };
    },
  };
}
