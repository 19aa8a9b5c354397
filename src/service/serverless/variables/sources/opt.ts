import { dataNode } from '../../config-node.js';
import type { Source } from './source.js';

/** `opt:name`: an option of the command line; with no name, all of them. */
export function optSource(options: Readonly<Record<string, string>>): Source {
  return {
    resolve: async ({ address }) => {
      if (address === undefined || address === '') return dataNode(options);
      return Object.hasOwn(options, address) ? dataNode(options[address]) : undefined;
    },
    explainMissing: ({ address = '' }) => ({
      reason: `has no value: the option ${address} is not given`,
      hint: ['stage', 'region'].includes(address)
        ? `Give the ${address}, or a fallback: \${opt:${address}, '…'}.`
        : `Give it as an \`opt\` (${address}=…), or give a fallback: \${opt:${address}, '…'}.`,
    }),
  };
}
