import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import type { FunctionPermissions, FunctionRole } from '../../../lambda/function/function-permissions.js';
import type { DeclaredFunction } from '../functions/declared-function.js';
import { isMapping } from '../values.js';
import { type Collected, collectedPermissions, newCollection } from './collect.js';
import { deployedNames } from './deployed-names.js';
import { placedStack } from './placed-stack.js';
import { placedIn } from './placed-value.js';
import { type PlacedTemplate, readRole } from './read-role.js';
import { withResourcePolicies } from './resource-policies.js';

/** The role of a function, with what its format adds to the template's own resources. */
export type ReadRole = (declared: DeclaredFunction, template: PlacedTemplate, into: Collected) => Promise<FunctionRole>;

/** The permissions of a function of a template. */
export async function templatePermissions(
  declared: DeclaredFunction,
  readRoleOf: ReadRole,
  placeOf?: (logicalId: string) => SourceLocation | undefined,
): Promise<FunctionPermissions> {
  const { stack, properties } = declared;
  const collected = newCollection(deployedNames(stack.evaluation));
  const template = placedStack(stack, placeOf);
  const role = await readRoleOf(declared, template, collected);
  const variables = await collected.names.evaluate(properties.get('Environment')?.member('Variables')?.value);
  const environment = isMapping(variables) ? Object.entries(variables) : [];
  const texts = environment.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const permissions = collectedPermissions(collected, role, Object.fromEntries(texts));
  return withResourcePolicies(permissions, template, collected.names);
}

/** The role that a function of CloudFormation names. */
export const readDeclaredRole: ReadRole = (declared, template, into) => {
  const { stack, logicalId } = declared;
  return readRole(placedIn(stack, ['Resources', logicalId, 'Properties', 'Role']), template, into);
};
