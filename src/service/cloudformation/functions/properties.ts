import type { ConfigNode } from '../../document/config-node.js';
import type { TemplateStack } from '../stack/open-stack.js';
import { intrinsicIn, isMapping } from '../values.js';

/** A property of a resource, not evaluated, with the place of what decides it. */
export interface Property {
  /** Its dotted path, for messages. */
  readonly name: string;
  readonly node: ConfigNode;
  readonly value: unknown;
  /** A member of a mapping, wherever it is written; `undefined` if it has none of that name. */
  member(key: string): Property | undefined;
}

/** The properties of a resource by their names. */
export interface Properties {
  get(name: string): Property | undefined;
}

/**
 * The properties of a resource, together with those that it shares with others: mappings are merged, lists are joined, and
 * else its own come first. Source: AWS SAM specification, "Globals section".
 * @param shared where those that it shares are
 */
export function readProperties(
  stack: TemplateStack,
  own: readonly string[],
  shared: readonly string[] | undefined,
): Properties {
  const places = shared === undefined ? [own] : [shared, own];
  return {
    get: (name) =>
      propertyAt(
        stack,
        places.map((place) => [...place, name]),
      ),
  };
}

/** @param places where it can be written; a later one comes before an earlier one */
function propertyAt(stack: TemplateStack, places: readonly (readonly string[])[]): Property | undefined {
  const written = places
    .map((path) => ({ path, value: valueAt(stack.value, path) }))
    .filter(({ value }) => value !== undefined && value !== null);
  const last = written.at(-1);
  if (last === undefined) return undefined;
  const values = written.map(({ value }) => value);
  const member = (key: string): Property | undefined =>
    propertyAt(
      stack,
      written.map(({ path }) => [...path, key]),
    );
  const value = merged(values);
  return { name: last.path.join('.'), node: stack.nodeAt(last.path), value, member };
}

function merged(values: readonly unknown[]): unknown {
  return values.reduce((earlier, later) => {
    if (Array.isArray(earlier) && Array.isArray(later)) return earlier.concat(later);
    if (!isMapping(earlier) || !isMapping(later)) return later;
    if (intrinsicIn(earlier) !== undefined || intrinsicIn(later) !== undefined) return later;
    const keys = new Set([...Object.keys(earlier), ...Object.keys(later)]);
    return Object.fromEntries([...keys].map((key) => [key, mergedMember(earlier[key], later[key])]));
  });
}

function mergedMember(earlier: unknown, later: unknown): unknown {
  return merged([earlier, later].filter((value) => value !== undefined));
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}
