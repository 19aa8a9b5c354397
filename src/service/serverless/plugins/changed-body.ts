import { type ConfigNode, dataNode } from '../../document/config-node.js';
import type { Setting } from '../../document/settings.js';
import type { FunctionBody } from '../function/functions.js';

/** A function's body with more variables in its environment. */
export function withEnvironment(
  body: FunctionBody,
  /** The function's own variables override `defaults`, and are overridden by `overrides`. */
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

/** Variables as texts, or a mapping of the configuration with the variables. */
export type Variables = Readonly<Record<string, string>> | { readonly mapping: ConfigNode };

function nodeOf(variables: Variables): ConfigNode {
  return 'mapping' in variables && typeof variables.mapping === 'object' ? variables.mapping : dataNode(variables);
}

/** A function's body with another value for a setting. In messages it has the place of the setting, else of the function. */
export function withSetting(
  body: FunctionBody,
  key: string,
  setting: Setting | undefined,
  value: unknown,
): FunctionBody {
  const changed = { name: `functions.${body.key}.${key}`, node: setting?.node ?? body.node, value };
  return { ...body, setting: async (name) => (name === key ? changed : body.setting(name)) };
}
