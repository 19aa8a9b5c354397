import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { type ConfigNode, childNode, isMapping } from '../../../document/config-node.js';
import type { Source } from './source.js';

/** `self:a.b.0`: a place in the configuration itself, as the user wrote it, without defaults. */
export function selfSource(root: ConfigNode): Source {
  return {
    resolve: ({ address }, { walk }) => walk(root, pathOf(address)),
    explainMissing: ({ address }) => {
      const hint = hintFor(pathOf(address), root);
      return {
        reason: `has no value: there is nothing at ${address ?? ''} in the configuration`,
        ...(hint === undefined ? {} : { hint }),
      };
    },
  };
}

function hintFor(path: readonly string[], root: ConfigNode): string | undefined {
  const address = path.join('.');
  if (address === 'provider.stage') return 'Use ${sls:stage}: it is the stage that is used, given or not.';
  if (address === 'provider.region') return 'Use ${aws:region}: it is the region that is used, given or not.';
  let node = root;
  for (const [index, key] of path.entries()) {
    const child = childNode(node, key);
    if (child === undefined) {
      const nearest = isMapping(node.value) ? nearestName(key, Object.keys(node.value)) : undefined;
      if (nearest === undefined) return undefined;
      return `Did you mean \${self:${[...path.slice(0, index), nearest, ...path.slice(index + 1)].join('.')}}?`;
    }
    node = child;
  }
  return undefined;
}

/** Splits an address: `a.b.0` is item 0 of `b` of `a`; an empty address is the whole. */
export function pathOf(address: string | undefined): string[] {
  return address === undefined || address === '' ? [] : address.split('.');
}
