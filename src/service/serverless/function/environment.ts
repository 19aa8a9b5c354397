import type { EvaluationInputs } from '../../cloudformation/evaluation.js';
import { hasDynamicReference, intrinsicIn } from '../../cloudformation/values.js';
import { type ConfigNode, childNodes, isMapping, kindOf } from '../../document/config-node.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import type { Resolver } from '../variables/resolver.js';
import { type EnvironmentFailure, explainFailures } from './environment-failure.js';

/** A configured environment, with the place of each variable. */
export interface ConfiguredEnvironment {
  readonly values: Readonly<Record<string, string | null>>;
  readonly nodes: ReadonlyMap<string, ConfigNode>;
}

/** The environment of the provider or of a function, and its name in messages. */
export interface EnvironmentLayer {
  readonly name: string;
  readonly node: ConfigNode;
}

/** What is needed to resolve the values of an environment. */
export interface EnvironmentInputs {
  readonly resolver: Resolver;
  /** The layers of the environment. The last one that has a variable decides its value. */
  readonly layers: readonly EnvironmentLayer[];
  /** The variables that the caller sets. Their configured values are not read. */
  readonly overridden: ReadonlySet<string>;
  readonly cloudFormation: EvaluationInputs;
  /** How plugins change a value that goes into the template, if they do. */
  readonly change?: (value: unknown) => unknown;
}

/**
 * Merges the layers of an environment; the last one wins. Only the winning value is resolved. `null` is kept: it removes a
 * variable.
 * @throws UserError if a layer is not a mapping, or a value can't be that of a variable
 */
export async function readEnvironment(inputs: EnvironmentInputs): Promise<ConfiguredEnvironment> {
  const { settle, value } = inputs.resolver;
  const nodes = new Map<string, ConfigNode>();
  const names = new Map<string, string>();
  for (const layer of inputs.layers) {
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
  const failures: EnvironmentFailure[] = [];
  const values = await Promise.all(
    [...nodes].map(async ([key, node], index) => {
      if (inputs.overridden.has(key)) return [];
      const setting = { name: names.get(key) ?? key, node, value: undefined };
      try {
        const resolved = await value(node);
        const changed = inputs.change?.(resolved) ?? resolved;
        return [[key, await environmentValue({ ...setting, value: changed }, inputs.cloudFormation)] as const];
      } catch (error) {
        failures[index] = { key, setting, error };
        return [];
      }
    }),
  );
  if (failures.length > 0) throw explainFailures(Object.values(failures));
  return { values: Object.fromEntries(values.flat()), nodes };
}

/**
 * A variable's text: text unchanged, numbers and booleans as JavaScript writes them, and the values of CloudFormation's
 * functions and dynamic references.
 */
async function environmentValue(setting: Setting, inputs: EvaluationInputs): Promise<string | null> {
  const scalar = scalarText(setting.value);
  const isDynamic = hasDynamicReference(scalar);
  if (scalar !== undefined && !isDynamic) return scalar;
  if (!isDynamic && intrinsicIn(setting.value) === undefined) throw notText(setting, setting.value);
  const { evaluateIntrinsics } = await import('../../cloudformation/evaluate.js');
  const value = await evaluateIntrinsics(setting.value, inputs);
  const text = scalarText(value);
  if (text === undefined) throw notText(setting, value, 'Make one text of it, as Fn::Join does.');
  return text;
}

function scalarText(value: unknown): string | null | undefined {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function notText(setting: Setting, value: unknown, hint = 'Quote it, or write it as JSON in a string.'): Error {
  return invalidSetting(setting, `is ${kindOf(value)}, and a variable of an environment is text`, {
    code: 'environment-invalid',
    hint,
  });
}
