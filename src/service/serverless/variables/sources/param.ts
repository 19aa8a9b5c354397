import { displayPath } from '../../../../diagnostics/display-path.js';
import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { type ConfigNode, childNode, childNodes, dataNode } from '../../../document/config-node.js';
import type { ComposedParams } from '../../compose/composed.js';
import { compositionAbove } from '../../compose/find-composition.js';
import { SourceFailure } from '../problem.js';
import type { StageOf } from './sls.js';
import type { Source } from './source.js';

/** What parameters are looked for in. */
export interface ParamInputs {
  /** Those that are given. */
  readonly params: Readonly<Record<string, string>>;
  /** Those that a composition gives to the service. */
  readonly composed: ComposedParams | undefined;
  readonly root: ConfigNode;
  /** The service's root folder. */
  readonly folder: string;
  readonly stageOf: StageOf;
}

/**
 * `param:name`: a parameter of the service. A given one (`--param`) comes first, then the stage's (`stages.<stage>.params`,
 * `params.<stage>`), then the default's; empty ones are skipped. Those of a composition come before all of the
 * configuration's own, or last, according to the dialect.
 */
export function paramSource({ params, composed, root, folder, stageOf }: ParamInputs): Source {
  return {
    resolve: async ({ address }, access) => {
      if (address === undefined || address === '') {
        throw new SourceFailure('variable-address', 'names no parameter', 'Write ${param:name}.');
      }
      if (Object.hasOwn(params, address)) return dataNode(params[address]);
      const ofComposition = composed?.areFirst ? await composed.find(address) : undefined;
      if (ofComposition !== undefined) return ofComposition;
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
      return composed?.areFirst === false ? composed.find(address) : undefined;
    },
    explainMissing: ({ address = '' }) => {
      const nearest = nearestName(address, [...Object.keys(params), ...(composed?.names ?? []), ...namesIn(root)]);
      const meant = nearest === undefined || nearest === address ? '' : `Did you mean \${param:${nearest}}? `;
      return {
        reason: `has no value: the parameter ${address} is neither given, nor set for the stage, nor by default`,
        hint: `${meant}Give it as a \`param\` (${address}=…), or set it under params.default.${composed === undefined ? hintOfComposition(folder) : ''}`,
      };
    },
  };
}

/** Says of a service that stands alone where a composition may give it the parameter. */
function hintOfComposition(folder: string): string {
  const file = compositionAbove(folder);
  if (file === undefined) return '';
  return ` Where ${displayPath(file)} gives it, run in that folder, and name the service too: --service, or the function as SERVICE/FUNCTION.`;
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
