import type { AddedProperties } from '../plugins/plugin.js';

/** The names that the plugins of a service add to those that the framework knows. */
export interface AddedNames {
  readonly service: readonly string[];
  /** Dotted paths below `provider`. */
  readonly provider: readonly string[];
  /** Dotted paths below a function. */
  readonly function: readonly string[];
  /** Kinds of events. */
  readonly events: readonly string[];
  /** Properties of kinds of events. */
  eventProperties(kind: string): readonly string[];
  /** The plugins that nothing is known of. They may add any name. */
  readonly unknownPlugins: readonly string[];
}

/** Collects what the listed plugins add. What is known of plugins is loaded where there are some. */
export async function addedNames(plugins: readonly string[]): Promise<AddedNames> {
  const pluginNamed = plugins.length === 0 ? undefined : (await import('../plugins/register.js')).pluginNamed;
  const known = plugins.map((name) => ({ name, plugin: pluginNamed?.(name) }));
  const of = (part: keyof AddedProperties): string[] => known.flatMap(({ plugin }) => plugin?.adds?.[part] ?? []);
  const events = of('events');
  return {
    service: of('service'),
    provider: of('provider'),
    function: of('function'),
    events: events.filter((name) => !name.includes('.')),
    eventProperties: (kind) =>
      events.filter((name) => name.startsWith(`${kind}.`)).map((name) => name.slice(kind.length + 1)),
    unknownPlugins: known.filter(({ plugin }) => plugin === undefined).map(({ name }) => name),
  };
}
