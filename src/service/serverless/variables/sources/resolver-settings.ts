import type { ConfigNode } from '../../../document/config-node.js';
import type { ValueAccess } from './source.js';

/** The places of resolvers' settings: the stage's come before those of `default`. */
export function resolverGroups(stage: string): string[][] {
  return [stage, 'default'].map((group) => ['stages', group, 'resolvers']);
}

/** The settings of a resolver, `stages.<stage>.resolvers.<name>` or that of the stage `default`; `undefined` where there are none. */
export async function resolverNode(
  name: string,
  stage: string,
  root: ConfigNode,
  access: Pick<ValueAccess, 'walk'>,
): Promise<ConfigNode | undefined> {
  for (const group of resolverGroups(stage)) {
    const node = await access.walk(root, [...group, name]);
    if (node !== undefined && node.value !== null) return node;
  }
  return undefined;
}
