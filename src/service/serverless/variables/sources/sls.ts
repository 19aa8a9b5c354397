import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { Source, SourceAccess } from './source.js';

/** Settles the stage on behalf of a variable. */
export type StageOf = (access: SourceAccess) => Promise<string>;

/** `sls:stage`: the stage that is used. `sls:instanceId`: a number that is the same for the whole run. */
export function slsSource(stageOf: StageOf): Source {
  const instanceId = String(Date.now());
  return {
    resolve: async ({ address = '' }, access) => {
      if (address === 'stage') return dataNode(await stageOf(access));
      if (address === 'instanceId') return dataNode(instanceId);
      throw new SourceFailure(
        'variable-address',
        `asks for \`${address}\`, which the source sls does not have`,
        'It has ${sls:stage} and ${sls:instanceId}.',
      );
    },
    explainMissing: () => ({ reason: 'has no value' }),
  };
}
