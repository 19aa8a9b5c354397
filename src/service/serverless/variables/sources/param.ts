import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { type ConfigNode, childNode, childNodes, dataNode } from '../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { StageOf } from './sls.js';
import type { Source } from './source.js';

/**
 * `param:name`: a parameter of the service. A given one (`--param`) comes first, then the stage's (`stages.<stage>.params`,
 * `params.<stage>`), then the default's; empty ones are skipped.
 */
export function paramSource(params: Readonly<Record<string, string>>, root: ConfigNode, stageOf: StageOf): Source {
  return {
    resolve: async ({ address }, access) => {
      if (address === undefined || address === '') {
        throw new SourceFailure('variable-address', 'names no parameter', 'Write ${param:name}.');
      }
      if (Object.hasOwn(params, address)) return dataNode(params[address]);
      const stage = await stageOf(access);
      for (const group of [stage, 'default']) {
        for (const path of [
          ['stages', group, 'params'],
          ['params', group],
        ]) {
          const node = await access.walk(root, [...path, address]);
          if (node !== undefined && node.value !== null) return node;
        }
      }
      return undefined;
    },
    explainMissing: ({ address = '' }) => {
      const nearest = nearestName(address, [...Object.keys(params), ...namesIn(root)]);
      const meant = nearest === undefined || nearest === address ? '' : `Did you mean \${param:${nearest}}? `;
      return {
        reason: `has no value: the parameter ${address} is neither given, nor set for the stage, nor by default`,
        hint: `${meant}Give it as a \`param\` (${address}=…), or set it under params.default.`,
      };
    },
  };
}

/** The names of parameters that the configuration itself has, of any stage. */
function namesIn(root: ConfigNode): string[] {
  const members = (node: ConfigNode | undefined): ConfigNode[] => (node === undefined ? [] : childNodes(node));
  const groups = [
    ...members(childNode(root, 'params')),
    ...members(childNode(root, 'stages')).map((stage) => childNode(stage, 'params')),
  ];
  return groups.flatMap(members).map(({ path }) => path.at(-1) ?? '');
}
