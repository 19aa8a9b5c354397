import { UserError } from '../../../diagnostics/user-error.js';
import type { DeployedNames } from '../../cloudformation/permissions/deployed-names.js';
import { childNodes, isMapping } from '../../document/config-node.js';
import type { EnvironmentLayer } from '../function/environment.js';
import { VariableError } from '../variables/problem.js';
import type { Resolver } from '../variables/resolver.js';

/** The configured environment with names that only a deploy knows in it. What can't be resolved is left out. */
export async function deployedEnvironment(
  layers: readonly EnvironmentLayer[],
  resolver: Resolver,
  names: DeployedNames,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { node } of layers) {
    const mapping = await resolver.settle(node);
    if (!isMapping(mapping.value)) continue;
    for (const child of childNodes(mapping)) {
      try {
        const value = await names.evaluate(await resolver.value(child));
        if (typeof value === 'string') found[child.path.at(-1) ?? ''] = value;
      } catch (error) {
        if (!(error instanceof VariableError || error instanceof UserError)) throw error;
      }
    }
  }
  return found;
}
