import { type ConfigNode, dataNode } from '../document/config-node.js';
import type { FunctionBody } from '../function/functions.js';
import type { Setting } from '../root/settings.js';

/** A function's body with more variables in its environment. */
export function withEnvironment(
  body: FunctionBody,
  /** `defaults` give way to what the function itself says, `overrides` win over that. */
  { defaults, overrides }: { readonly defaults?: Variables; readonly overrides?: Variables },
): FunctionBody {
  const before = defaults === undefined ? [] : [nodeOf(defaults)];
  const after = overrides === undefined ? [] : [nodeOf(overrides)];
  return {
    ...body,
    nodes: async (key) => {
      const own = await body.nodes(key);
      return key === 'environment' ? [...before, ...own, ...after] : own;
    },
  };
}

/** Variables as text, or a mapping of the configuration that holds them. */
export type Variables = Readonly<Record<string, string>> | { readonly mapping: ConfigNode };

function nodeOf(variables: Variables): ConfigNode {
  return 'mapping' in variables && typeof variables.mapping === 'object' ? variables.mapping : dataNode(variables);
}

/** A function's body with another value of a setting. It is said to stand where the setting does, else the function. */
export function withSetting(
  body: FunctionBody,
  key: string,
  setting: Setting | undefined,
  value: unknown,
): FunctionBody {
  const changed = { name: `functions.${body.key}.${key}`, node: setting?.node ?? body.node, value };
  return { ...body, setting: async (name) => (name === key ? changed : body.setting(name)) };
}
