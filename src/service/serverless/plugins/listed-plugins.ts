import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import { type ConfigNode, childNode, childNodes, isMapping } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { Resolver } from '../variables/resolver.js';
import type { PluginEffects } from './plugin.js';

/** A plugin that a service lists and that changes functions. */
export interface ListedPlugin {
  readonly name: string;
  /** Where it is listed. */
  readonly node: ConfigNode;
  readonly effects: PluginEffects;
}

/** The plugins that a service lists. */
export interface ListedPlugins {
  /** All their names, in their order. */
  readonly names: readonly string[];
  /** Those whose changes are made here, in their order. */
  readonly changing: readonly ListedPlugin[];
}

/** The facts of a service, and its plugins. */
export interface PluggedService extends ServiceFacts {
  /** The plugins that the service lists. */
  readonly plugins: () => Promise<ListedPlugins>;
}

const none: ListedPlugins = { names: [], changing: [] };

/**
 * Reads which plugins a service lists: `plugins`, or `plugins.modules`. What is known of them is loaded for a service that
 * lists some; those that nothing is known of are reported, all at once.
 */
export async function readPlugins(resolver: Resolver, report: ReportDiagnostic): Promise<ListedPlugins> {
  const { root, settle, walk } = resolver;
  if (childNode(root, 'plugins') === undefined) return none;
  const plugins = await walk(root, ['plugins']);
  const list = isMapping(plugins?.value) ? await walk(plugins, ['modules']) : plugins;
  if (!Array.isArray(list?.value)) return none;
  const items = await Promise.all(childNodes(list).map(async (node) => ({ node, name: (await settle(node)).value })));
  const listed = items.flatMap(({ node, name }) => (typeof name === 'string' ? [{ node, name }] : []));
  if (listed.length === 0) return none;
  const { pluginNamed } = await import('./register.js');
  const changing: ListedPlugin[] = [];
  const unknown: { name: string; node: ConfigNode }[] = [];
  for (const { name, node } of listed) {
    const plugin = pluginNamed(name);
    if (plugin === undefined) unknown.push({ name, node });
    else if (plugin.effects !== undefined) changing.push({ name, node, effects: plugin.effects });
  }
  if (unknown.length > 0) reportUnknown(unknown, report);
  return { names: listed.map(({ name }) => name), changing };
}

function reportUnknown(unknown: readonly { name: string; node: ConfigNode }[], report: ReportDiagnostic): void {
  const names = unknown.map(({ name }) => name).join(', ');
  const location = unknown[0] && locateNode(unknown[0].node);
  const subject =
    unknown.length === 1
      ? `The plugin ${names} is not known here: what it may change`
      : `The plugins ${names} are not known here: what they may change`;
  report({
    severity: 'notice',
    code: 'plugin-unknown',
    message: `${subject} in the function is left out.`,
    hint: 'Plugins are not run. What the function needs of them can be done in a step before, or given as variables (`env`).',
    ...(location === undefined ? {} : { location }),
  });
}

/** The answer of the first plugin that has one. */
export async function firstOf<Answer>(
  { changing }: ListedPlugins,
  ask: (effects: PluginEffects) => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer | undefined> {
  for (const { effects } of changing) {
    const answer = await ask(effects);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
