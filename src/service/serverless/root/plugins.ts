import { isMapping } from '../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';
import type { ValueAccess } from '../variables/sources/source.js';

/** The plugins that a service lists, by name: `plugins`, or `plugins.modules`. None of them is ever loaded. */
export async function readPluginNames({ root, walk, value }: Pick<Resolver, 'root'> & ValueAccess): Promise<string[]> {
  const node = await walk(root, ['plugins']);
  const plugins = node && (await value(node));
  const names: unknown = isMapping(plugins) ? plugins['modules'] : plugins;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
