import type { PlacedResource, PlacedTemplate } from '../../cloudformation/permissions/read-role.js';
import { type ConfigNode, childNode, childNodes, isMapping } from '../../document/config-node.js';
import { templateParts } from '../stack/template.js';
import type { Resolver } from '../variables/resolver.js';
import { type ChangeValue, placedNode } from './placed-node.js';

/** The resources that a service's configuration declares, with their places. */
export function placedTemplate(resolver: Resolver, change: ChangeValue | undefined): PlacedTemplate {
  let declared: Promise<ReadonlyMap<string, ConfigNode>> | undefined;
  const resources = (): Promise<ReadonlyMap<string, ConfigNode>> => {
    declared ??= declaredResources(resolver);
    return declared;
  };
  const read = async (logicalId: string, node: ConfigNode): Promise<PlacedResource | undefined> => {
    const type = await resolver.walk(node, ['Type']);
    if (typeof type?.value !== 'string') return undefined;
    const properties = childNode(node, 'Properties');
    return {
      logicalId,
      type: type.value,
      properties: properties && (await placedNode(resolver, properties, change)),
    };
  };
  return {
    resource: async (logicalId) => {
      const node = (await resources()).get(logicalId);
      return node && read(logicalId, node);
    },
    ofTypes: async (types) => {
      const found: PlacedResource[] = [];
      for (const [logicalId, node] of await resources()) {
        const type = await resolver.walk(node, ['Type']);
        const resource = types.has(String(type?.value)) ? await read(logicalId, node) : undefined;
        if (resource !== undefined) found.push(resource);
      }
      return found;
    },
  };
}

async function declaredResources(resolver: Resolver): Promise<Map<string, ConfigNode>> {
  const found = new Map<string, ConfigNode>();
  for (const part of await templateParts(resolver)) {
    const resources = await resolver.walk(part, ['Resources']);
    if (!isMapping(resources?.value)) continue;
    for (const child of childNodes(resources)) {
      const resource = await resolver.settle(child);
      if (isMapping(resource.value)) found.set(child.path.at(-1) ?? '', resource);
    }
  }
  return found;
}
