import type { Template, TemplateResource } from '../../cloudformation/template.js';
import { type ConfigNode, childNodes, isMapping } from '../../document/config-node.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { Resolver } from '../variables/resolver.js';
import { generatedResource } from './generated-resources.js';

/**
 * The CloudFormation template of a service, as far as the configuration defines it: `resources` (a mapping, or a list in
 * which later mappings win), its `extensions`, and the resources that the framework creates for functions.
 * @param change changes a value in it, if plugins do
 */
export function templateOf(service: ServiceFacts, change?: (value: unknown) => unknown): Template {
  const { resolver } = service;
  let parts: Promise<ConfigNode[]> | undefined;
  const last = async (...path: string[]): Promise<ConfigNode | undefined> => {
    parts ??= templateParts(resolver);
    const found = await Promise.all((await parts).map((part) => resolver.walk(part, path)));
    return found.filter((node) => node !== undefined && node.value !== null).at(-1);
  };
  const lastValue = async (...path: string[]): Promise<unknown> => {
    const node = await last(...path);
    if (node === undefined) return undefined;
    const value = await resolver.value(node);
    return change === undefined ? value : change(value);
  };
  const generated = async (logicalId: string): Promise<TemplateResource | undefined> => {
    const resource = await generatedResource(logicalId, service);
    return (
      resource && {
        type: resource.type,
        property: async (name) =>
          (await lastValue('extensions', logicalId, 'Properties', name)) ?? (await resource.property(name)),
      }
    );
  };
  return {
    resource: async (logicalId) => {
      const type = await lastValue('Resources', logicalId, 'Type');
      if (typeof type !== 'string') return generated(logicalId);
      return { type, property: (name) => lastValue('Resources', logicalId, 'Properties', name) };
    },
    names: async () => {
      parts ??= templateParts(resolver);
      const sections = (await parts).flatMap((part) => ['Resources', 'Parameters'].map((key) => ({ part, key })));
      const nodes = await Promise.all(sections.map(({ part, key }) => resolver.walk(part, [key])));
      return nodes.flatMap((node) => (isMapping(node?.value) ? Object.keys(node.value) : []));
    },
    condition: (name) => lastValue('Conditions', name),
    parameter: async (name) => {
      if ((await last('Parameters', name)) === undefined) return undefined;
      const [type, value] = await Promise.all(['Type', 'Default'].map((key) => lastValue('Parameters', name, key)));
      return { type: typeof type === 'string' ? type : undefined, default: value };
    },
    mapping: (name, topLevelKey, secondLevelKey) => lastValue('Mappings', name, topLevelKey, secondLevelKey),
  };
}

/** The mappings of `resources`, of which later ones win. */
export async function templateParts({ root, walk, settle }: Resolver): Promise<ConfigNode[]> {
  const resources = await walk(root, ['resources']);
  if (resources === undefined) return [];
  const parts = Array.isArray(resources.value) ? await Promise.all(childNodes(resources).map(settle)) : [resources];
  return parts.filter((part) => isMapping(part.value));
}
