import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { dataNode } from '../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { Source } from './source.js';

/** `env:NAME`: an environment variable. One that is empty is a value. */
export function envSource(environment: Readonly<Record<string, string>>): Source {
  return {
    resolve: async ({ address }) => {
      if (address === undefined || address === '') {
        throw new SourceFailure('variable-address', 'names no environment variable', 'Write ${env:NAME}.');
      }
      const name = process.platform === 'win32' ? anyCase(environment, address) : address;
      return Object.hasOwn(environment, name) ? dataNode(environment[name]) : undefined;
    },
    explainMissing: ({ address = '' }) => {
      // Of short names there is always one that is near.
      const nearest = address.length < 5 ? undefined : nearestName(address, Object.keys(environment));
      const meant = nearest === undefined ? '' : `Did you mean \${env:${nearest}}? `;
      return {
        reason: `has no value: the environment variable ${address} is not set`,
        hint: `${meant}Set it, or give a fallback: \${env:${address}, '…'}.`,
      };
    },
  };
}

/** Windows does not tell `Path` from `PATH`. */
function anyCase(environment: Readonly<Record<string, string>>, name: string): string {
  return Object.keys(environment).find((candidate) => candidate.toUpperCase() === name.toUpperCase()) ?? name;
}
