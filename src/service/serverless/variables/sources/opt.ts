import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { dataNode } from '../../../document/config-node.js';
import type { Source } from './source.js';

/** `opt:name`: an option of the command line; without a name, all options. */
export function optSource(options: Readonly<Record<string, string>>): Source {
  return {
    resolve: async ({ address }) => {
      if (address === undefined || address === '') return dataNode(options);
      return Object.hasOwn(options, address) ? dataNode(options[address]) : undefined;
    },
    explainMissing: ({ address = '' }) => {
      const nearest = nearestName(address, [...Object.keys(options), 'stage', 'region']);
      const meant = nearest === undefined || nearest === address ? '' : `Did you mean \${opt:${nearest}}? `;
      const give = ['stage', 'region'].includes(address)
        ? `Give the ${address}`
        : `Give it as an \`opt\` (${address}=…)`;
      return {
        reason: `has no value: the option ${address} is not given`,
        hint: `${meant}${give}, or give a fallback: \${opt:${address}, '…'}.`,
      };
    },
  };
}
