import { type ConfigNode, childNode, childNodes, isMapping } from '../../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';

/** A new value for a place in the configuration. */
export interface Change {
  /** Its path from the root. Everything above it has to exist. */
  readonly path: readonly string[];
  /** The new value; `undefined` removes it. */
  readonly node: ConfigNode | undefined;
}

/**
 * A resolver for the configuration with changes, made one after the other. Variables still refer to the unchanged
 * configuration.
 */
export async function withChanges(resolver: Resolver, changes: readonly Change[]): Promise<Resolver> {
  let { root } = resolver;
  for (const { path, node } of changes) root = await changed(resolver, root, path, node);
  return { ...resolver, root };
}

/** The functions of a service may be a list of mappings. For changes they count as one mapping. */
async function changed(
  resolver: Resolver,
  parent: ConfigNode,
  [key = '', ...rest]: readonly string[],
  end: ConfigNode | undefined,
): Promise<ConfigNode> {
  const container = await resolver.settle(parent);
  if (Array.isArray(container.value) && childNode(container, key) === undefined) {
    const parts = await Promise.all(
      childNodes(container).map(async (part) => {
        const settled = await resolver.settle(part);
        const isThere = isMapping(settled.value) && childNode(settled, key) !== undefined;
        return isThere ? changed(resolver, part, [key, ...rest], end) : part;
      }),
    );
    return replacing(container, new Map(parts.map((part, index) => [String(index), part])));
  }
  if (!isMapping(container.value) && !Array.isArray(container.value)) return parent;
  if (rest.length === 0) {
    const placed = end && { ...end, document: { ...end.document }, path: [...container.path, key] };
    return replacing(container, new Map([[key, placed]]));
  }
  const child = childNode(container, key);
  if (child === undefined) return parent;
  return replacing(container, new Map([[key, await changed(resolver, child, rest, end)]]));
}

/** It is a new document, so that it shares no resolved values with the unchanged one. */
function replacing(node: ConfigNode, members: ReadonlyMap<string, ConfigNode | undefined>): ConfigNode {
  return { ...node, document: { ...node.document }, replaced: new Map([...(node.replaced ?? []), ...members]) };
}
