import { isMapping } from '../../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';
import type { ValueAccess } from '../variables/sources/source.js';

/** The names of the plugins that a service lists, in `plugins` or `plugins.modules`. They are never loaded. */
export async function readPluginNames({ root, walk, value }: Pick<Resolver, 'root'> & ValueAccess): Promise<string[]> {
  const node = await walk(root, ['plugins']);
  const plugins = node && (await value(node));
  const names: unknown = isMapping(plugins) ? plugins['modules'] : plugins;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
