import { UserError } from '../../../diagnostics/user-error.js';
import type { FunctionPermissions, FunctionRole } from '../../../lambda/function/function-permissions.js';
import type { EvaluationInputs } from '../../cloudformation/evaluation.js';
import {
  addGap,
  type Collected,
  collectedPermissions,
  newCollection,
} from '../../cloudformation/permissions/collect.js';
import { deployedNames } from '../../cloudformation/permissions/deployed-names.js';
import { madeValue, type PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import {
  type PlacedTemplate,
  readRole,
  readRoleProperties,
  readRoleResource,
} from '../../cloudformation/permissions/read-role.js';
import { withResourcePolicies } from '../../cloudformation/permissions/resource-policies.js';
import type { EnvironmentLayer } from '../function/environment.js';
import { type FunctionBody, readFunctionEntries } from '../function/functions.js';
import type { PluggedService } from '../plugins/listed-plugins.js';
import { serviceName } from '../root/provider.js';
import { logicalName } from '../stack/logical-name.js';
import { templateParts } from '../stack/template.js';
import { VariableError } from '../variables/problem.js';
import { deployedEnvironment } from './deployed-environment.js';
import { hasOwnRole, readOwnRole } from './own-role.js';
import { type ChangeValue, placedNode } from './placed-node.js';
import { placedTemplate } from './placed-template.js';
import { type ProviderRole, readOwnRoles, readProviderRole } from './provider-role.js';
import { memberOf, type RoleMember, readMember } from './role-member.js';
import { readSharedRole } from './shared-role.js';

/** What the permissions of a function are read from. */
export interface PermissionInputs {
  readonly service: PluggedService;
  readonly body: FunctionBody;
  readonly evaluation: EvaluationInputs;
  readonly environment: readonly EnvironmentLayer[];
  /** How plugins change a value of the template, if they do. */
  readonly change: ChangeValue | undefined;
}

const sharedRole = 'IamRoleLambdaExecution';

/**
 * Reads what a function may do once it is deployed.
 * @throws UserError where a setting that decides it can't be resolved
 */
export async function readPermissions(inputs: PermissionInputs): Promise<FunctionPermissions> {
  const { service, body, evaluation, environment, change } = inputs;
  const { resolver } = service;
  const collected = newCollection(deployedNames(evaluation));
  const template = placedTemplate(resolver, change);
  const provider = await readProviderRole(service);
  const member = await memberOf(service, body);
  const role = await readRoleOf({ ...inputs, collected, template, provider, member });
  const permissions = collectedPermissions(
    collected,
    role,
    await deployedEnvironment(environment, resolver, collected.names),
  );
  return withResourcePolicies(permissions, template, collected.names);
}

interface Reading extends PermissionInputs {
  readonly collected: Collected;
  readonly template: PlacedTemplate;
  readonly provider: ProviderRole;
  readonly member: RoleMember;
}

async function readRoleOf(reading: Reading): Promise<FunctionRole> {
  const { service, body, collected, template, provider, member } = reading;
  const { resolver } = service;
  const given = (await body.nodes('role')).at(-1);
  const existing = (given && (await placedNode(resolver, given))) ?? provider.existing;
  if (existing !== undefined) return readRole(asReference(existing), template, collected);
  const roles = await readOwnRoles(service);
  const all = await allMembers(reading);
  if (roles.kind !== 'none' && hasOwnRole(member, roles, provider)) {
    const nameOf = (key: string): string | undefined => all.find((other) => other.key === key)?.name;
    await readOwnRole({ member, body, resolver, provider, roles, template, nameOf }, collected);
    return { kind: 'made', logicalId: `${logicalName(body.key)}${sharedRole}` };
  }
  const prefix = `${await serviceName(resolver)}-${service.stage}`;
  // The plugin changes the boundary of the shared role too, once it makes a role of its own.
  const isLimited = roles.kind !== 'none' && all.some((other) => hasOwnRole(other, roles, provider));
  const boundary = (isLimited ? roles.boundary : undefined) ?? provider.boundary;
  await readSharedRole({ prefix, all, provider, boundary, template }, collected);
  await readExtension(reading);
  return { kind: 'made', logicalId: sharedRole };
}

/**
 * What `resources` makes of the role that the framework makes: its `extensions` replace properties, policies of the template add
 * to it. A resource of the same name is merged into it item by item, which is not done here.
 */
async function readExtension({ service, change, template, collected }: Reading): Promise<void> {
  const declared = await template.resource(sharedRole);
  if (declared?.properties !== undefined) {
    addGap(
      declared.properties,
      `The resource ${sharedRole}`,
      'is merged into the role that the framework makes',
      collected,
    );
  }
  for (const part of await templateParts(service.resolver)) {
    const node = await service.resolver.walk(part, ['extensions', sharedRole, 'Properties']);
    const properties = node && (await placedNode(service.resolver, node, change));
    if (properties === undefined) continue;
    if ((await properties.member('Policies')) !== undefined) collected.statements.length = 0;
    if ((await properties.member('ManagedPolicyArns')) !== undefined) collected.managedPolicies.length = 0;
    await readRoleProperties({ logicalId: sharedRole, type: 'AWS::IAM::Role', properties }, template, collected);
  }
  const role = declared ?? { logicalId: sharedRole, type: 'AWS::IAM::Role', properties: undefined };
  await readRoleResource(role, template, collected);
}

/** A mere name is that of a role in the service's resources. */
function asReference(role: PlacedValue): PlacedValue {
  const { value } = role;
  if (typeof value !== 'string' || value.startsWith('arn:')) return role;
  return madeValue({ 'Fn::GetAtt': [value, 'Arn'] }, role.location());
}

/** All functions of the service. Those with settings that can't be resolved are left out, and said to be. */
async function allMembers({ service, body, member, collected }: Reading): Promise<RoleMember[]> {
  const members: RoleMember[] = [];
  for (const entry of (await readFunctionEntries(service.resolver)).values()) {
    if (entry.key === body.key) {
      members.push(member);
      continue;
    }
    try {
      const other = await readMember(service, entry);
      if (other !== undefined) members.push(other);
    } catch (error) {
      if (!(error instanceof VariableError || error instanceof UserError)) throw error;
      collected.gaps.push({
        message: `The function ${entry.key} has settings that can't be resolved here: what the framework adds to the shared role for it is not known.`,
      });
    }
  }
  return members;
}
