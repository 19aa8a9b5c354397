import { pseudoParameter, type StackFacts } from '../cloudformation/pseudo-parameters.js';
import { type ConfigNode, childNodes, isMapping, kindOf } from './config-node.js';
import { invalidSetting } from './settings.js';
import type { Resolver } from './variables/resolver.js';

/** A configured environment, and where each of its variables is written. */
export interface ConfiguredEnvironment {
  readonly values: Readonly<Record<string, string | null>>;
  readonly nodes: ReadonlyMap<string, ConfigNode>;
}

/** The environment of the provider or of a function, and its name in messages. */
export interface EnvironmentLayer {
  readonly name: string;
  readonly node: ConfigNode;
}

/**
 * Merges the layers of an environment, the last one wins. Only what wins is resolved. `null` stays: it removes a variable.
 * @throws UserError where a layer is not a mapping, or a value can't be one of an environment.
 */
export async function readEnvironment(
  { settle, value }: Resolver,
  layers: readonly EnvironmentLayer[],
  stack: () => Promise<StackFacts>,
): Promise<ConfiguredEnvironment> {
  const nodes = new Map<string, ConfigNode>();
  const names = new Map<string, string>();
  for (const layer of layers) {
    const mapping = await settle(layer.node);
    if (mapping.value === null) continue;
    if (!isMapping(mapping.value)) {
      throw invalidSetting(layer, `must be a mapping, and is ${kindOf(mapping.value)}`, {
        code: 'environment-invalid',
      });
    }
    for (const node of childNodes(mapping)) {
      const key = node.path.at(-1) ?? '';
      nodes.set(key, node);
      names.set(key, `${layer.name}.${key}`);
    }
  }
  const values = await Promise.all(
    [...nodes].map(async ([key, node]) => {
      const setting = { name: names.get(key) ?? key, node, value: await value(node) };
      return [
        key,
        await environmentValue(setting.value, stack, (reason, hint) => invalidSetting(setting, reason, hint)),
      ] as const;
    }),
  );
  return { values: Object.fromEntries(values), nodes };
}

/** Text as it is, numbers and booleans as JavaScript writes them, and of CloudFormation the pseudo parameters. */
async function environmentValue(
  value: unknown,
  stack: () => Promise<StackFacts>,
  invalid: (reason: string, details: { code: string; hint: string }) => Error,
): Promise<string | null> {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const reference = isMapping(value) && Object.keys(value).length === 1 ? value['Ref'] : undefined;
  if (typeof reference === 'string' && reference.startsWith('AWS::')) {
    const known = pseudoParameter(reference, await stack());
    if (known !== undefined) return known;
  }
  const [name = ''] = isMapping(value) ? Object.keys(value) : [];
  const isIntrinsic = /^(?:Ref|Condition|Fn::.+)$/.test(name);
  throw invalid(
    isIntrinsic
      ? `is ${name} of CloudFormation, which only a deploy can answer`
      : `is ${kindOf(value)}, and a variable of an environment is text`,
    {
      code: isIntrinsic ? 'environment-intrinsic' : 'environment-invalid',
      hint: isIntrinsic
        ? "Take it from where a value is known here, such as `${env:NAME, …}`: CloudFormation's functions are not evaluated yet."
        : 'Quote it, or write it as JSON in a string.',
    },
  );
}
