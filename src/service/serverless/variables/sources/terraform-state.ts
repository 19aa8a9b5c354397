import { isMapping } from '../../config-node.js';

/** The values of a state's outputs, by name. */
export type TerraformOutputs = Readonly<Record<string, unknown>>;

/** The values of a state's outputs: in the file's format each has a `value` and a `type`. */
export function outputValues(state: unknown): TerraformOutputs {
  const outputs = isMapping(state) ? state['outputs'] : undefined;
  return Object.fromEntries(
    Object.entries(isMapping(outputs) ? outputs : {}).map(([name, output]) => [
      name,
      isMapping(output) ? output['value'] : undefined,
    ]),
  );
}
