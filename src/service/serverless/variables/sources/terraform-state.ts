import { isMapping } from '../../../document/config-node.js';

/** The values of a state's outputs, by name. */
export type TerraformOutputs = Readonly<Record<string, unknown>>;

/** The values of a state's outputs: in the file's format each has a `value` and a `type`, and may be `sensitive`. */
export function outputValues(state: unknown, onSecret: (secret: unknown) => void): TerraformOutputs {
  const outputs = isMapping(state) ? state['outputs'] : undefined;
  return Object.fromEntries(
    Object.entries(isMapping(outputs) ? outputs : {}).map(([name, output]) => {
      if (!isMapping(output)) return [name, undefined];
      if (output['sensitive'] === true) onSecret(output['value']);
      return [name, output['value']];
    }),
  );
}
