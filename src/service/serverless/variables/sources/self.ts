import type { ConfigNode } from '../../config-node.js';
import type { Source } from './source.js';

/** `self:a.b.0`: a place in the configuration itself, as the user wrote it: there are no defaults. */
export function selfSource(root: ConfigNode): Source {
  return {
    resolve: ({ address }, { walk }) => walk(root, pathOf(address)),
    explainMissing: ({ address }) => ({
      reason: `has no value: there is nothing at ${address ?? ''} in the configuration`,
      ...(address === 'provider.stage'
        ? { hint: 'Use ${sls:stage}: it is the stage that is used, given or not.' }
        : {}),
    }),
  };
}

/** An address taken apart: `a.b.0` leads to item 0 of `b` of `a`; an empty one to the whole. */
export function pathOf(address: string | undefined): string[] {
  return address === undefined || address === '' ? [] : address.split('.');
}
