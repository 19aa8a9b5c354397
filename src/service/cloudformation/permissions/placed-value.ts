import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import { locateNode } from '../../document/locate.js';
import type { TemplateStack } from '../stack/open-stack.js';
import { isMapping } from '../values.js';

/** A value of a configuration, its intrinsic functions not evaluated, with its place. */
export interface PlacedValue {
  readonly value: unknown;
  location(): SourceLocation | undefined;
  /** The items of a list; none of anything else. */
  items(): Promise<readonly PlacedValue[]>;
  member(key: string): Promise<PlacedValue | undefined>;
}

/**
 * A value of a template; `undefined` where there is none.
 * @param madeAt where a program makes it, which is the place of all that is in it
 */
export function placedIn(
  stack: TemplateStack,
  path: readonly string[],
  madeAt?: SourceLocation,
): PlacedValue | undefined {
  let value: unknown = stack.value;
  for (const key of path) {
    value =
      (isMapping(value) || Array.isArray(value)) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  }
  return value === undefined || value === null ? undefined : placed(stack, path, value, madeAt);
}

function placed(
  stack: TemplateStack,
  path: readonly string[],
  value: unknown,
  madeAt: SourceLocation | undefined,
): PlacedValue {
  return {
    value,
    location: () => madeAt ?? locateNode(stack.nodeAt(path)),
    items: async () =>
      Array.isArray(value) ? value.map((item, index) => placed(stack, [...path, String(index)], item, madeAt)) : [],
    member: async (key) => placedIn(stack, [...path, key], madeAt),
  };
}

/** A value that a tool makes, with the place of what it is made for. */
export function madeValue(value: unknown, location: SourceLocation | undefined): PlacedValue {
  return {
    value,
    location: () => location,
    items: async () => (Array.isArray(value) ? value.map((item) => madeValue(item, location)) : []),
    member: async (key) =>
      isMapping(value) && value[key] !== undefined && value[key] !== null ? madeValue(value[key], location) : undefined,
  };
}
