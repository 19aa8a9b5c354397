import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { Source } from './source.js';

/** `strToBool(text)`: `true` or `1`, `false` or `0`. Case and surrounding blanks are ignored. */
export function strToBoolSource(): Source {
  return {
    resolve: async ({ params: [input] }) => {
      const text = String(input ?? '')
        .trim()
        .toLowerCase();
      if (text === 'true' || text === '1') return dataNode(true);
      if (text === 'false' || text === '0') return dataNode(false);
      throw new SourceFailure(
        'variable-address',
        `can't be read as a boolean: it is given \`${text}\``,
        'Give it true, false, 1 or 0.',
      );
    },
    explainMissing: () => ({ reason: 'has no value' }),
  };
}
