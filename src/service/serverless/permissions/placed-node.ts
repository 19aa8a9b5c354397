import type { PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import { type ConfigNode, childNode, childNodes } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import type { Resolver } from '../variables/resolver.js';

/** How plugins change a value of the template. */
export type ChangeValue = (value: unknown) => unknown;

/** A value of the configuration with its variables resolved, at the place where it is written. */
export async function placedNode(
  resolver: Resolver,
  node: ConfigNode,
  change: ChangeValue = (value) => value,
): Promise<PlacedValue | undefined> {
  const settled = await resolver.settle(node);
  const value = await resolver.value(settled);
  if (value === null || value === undefined || value === '') return undefined;
  return {
    value: change(value),
    location: () => locateNode(settled),
    items: async () => {
      if (!Array.isArray(settled.value)) return [];
      const items = await Promise.all(childNodes(settled).map((child) => placedNode(resolver, child, change)));
      return items.filter((item) => item !== undefined);
    },
    member: async (key) => {
      const child = childNode(settled, key);
      return child && placedNode(resolver, child, change);
    },
  };
}

/** A value of the configuration by its path. */
export async function placedAt(
  resolver: Resolver,
  path: readonly string[],
  change?: ChangeValue,
): Promise<PlacedValue | undefined> {
  const parent = await resolver.walk(resolver.root, path.slice(0, -1));
  const node = parent && childNode(parent, path.at(-1) ?? '');
  return node && placedNode(resolver, node, change);
}
