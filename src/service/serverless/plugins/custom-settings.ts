import { childNode, isMapping, kindOf } from '../../document/config-node.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import type { Resolver } from '../variables/resolver.js';

/** The setting at a path below `custom`; `undefined` if it is not set, or empty. */
export async function customSetting({ root, walk, value }: Resolver, ...path: string[]): Promise<Setting | undefined> {
  const parent = await walk(root, ['custom', ...path.slice(0, -1)]);
  const node = parent && childNode(parent, path.at(-1) ?? '');
  const resolved = node && (await value(node));
  if (node === undefined || resolved === null || resolved === undefined) return undefined;
  return { name: ['custom', ...path].join('.'), node, value: resolved };
}

/** The mapping at a path below `custom`; empty if there is none, or something else. */
export async function customMapping(resolver: Resolver, ...path: string[]): Promise<Readonly<Record<string, unknown>>> {
  const setting = await customSetting(resolver, ...path);
  return isMapping(setting?.value) ? setting.value : {};
}

/** @throws UserError where the setting is no mapping */
export function mappingSetting(setting: Setting): Readonly<Record<string, unknown>> {
  if (isMapping(setting.value)) return setting.value;
  throw invalidSetting(setting, `must be a mapping, and is ${kindOf(setting.value)}`);
}

/** The texts of a list; a single text counts as a list of one. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
