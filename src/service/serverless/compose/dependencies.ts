import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigNode, childNode, childNodes, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { invalidSetting } from '../../document/settings.js';
import type { Resolver } from '../variables/resolver.js';

const outputVariable = /\$\{\s*([\w-]+)\.[\w.-]+\s*[,}]/g;

/** The error for a service that a composition does not have. `who` says who names it. */
export function unknownService(
  name: string,
  names: readonly string[],
  who: string,
  location: SourceLocation | undefined,
): UserError {
  const nearest = nearestName(name, names);
  return new UserError({
    code: 'composition-service-unknown',
    message: `${who} names the service ${name}, which the composition does not have. Its services are ${names.join(', ')}.`,
    hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
    location,
  });
}

/**
 * Checks what the services of a composition wait for: `dependsOn`, and the services whose outputs they are given.
 * @throws UserError where one is not there, or services wait for each other: no command of the framework runs then.
 */
export async function checkDependencies(services: ReadonlyMap<string, ConfigNode>, resolver: Resolver): Promise<void> {
  const names = [...services.keys()];
  const dependencies = new Map<string, ReadonlyMap<string, ConfigNode>>();
  for (const [name, node] of services) {
    const found = new Map([...outputsIn(node), ...(await explicitOnes(name, node, resolver))]);
    for (const [dependency, place] of found) {
      if (!services.has(dependency)) throw unknownService(dependency, names, place.path.join('.'), locateNode(place));
    }
    dependencies.set(name, found);
  }
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    for (const [next, place] of dependencies.get(name) ?? []) {
      const start = way.indexOf(next);
      if (start !== -1) throw circular([...way.slice(start), next], place);
      if (!done.has(next)) visit(next, [...way, next]);
    }
    done.add(name);
  };
  for (const name of names) if (!done.has(name)) visit(name, [name]);
}

/** The services whose outputs a service is given, and where. */
function* outputsIn(node: ConfigNode): Generator<[string, ConfigNode]> {
  if (typeof node.value === 'string') {
    for (const [, service = ''] of node.value.matchAll(outputVariable)) yield [service, node];
  }
  for (const child of childNodes(node)) yield* outputsIn(child);
}

async function explicitOnes(
  name: string,
  service: ConfigNode,
  { value }: Resolver,
): Promise<readonly (readonly [string, ConfigNode])[]> {
  const node = childNode(service, 'dependsOn');
  const given = node && (await value(node));
  if (node === undefined || given === null) return [];
  const list: unknown[] = Array.isArray(given) ? given : [given];
  return list.map((dependency) => {
    if (typeof dependency === 'string') return [dependency, node] as const;
    throw invalidSetting(
      { name: `services.${name}.dependsOn`, node },
      `must be a service or a list of services, and holds ${kindOf(dependency)}`,
    );
  });
}

function circular(way: readonly string[], node: ConfigNode): UserError {
  return new UserError({
    code: 'composition-circular',
    message: `The services of the composition wait for each other: ${way.join(' -> ')}.`,
    location: locateNode(node),
  });
}
