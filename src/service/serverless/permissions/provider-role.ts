import type { PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import { isMapping } from '../../document/config-node.js';
import { isTrue } from '../../document/settings.js';
import type { PluggedService } from '../plugins/listed-plugins.js';
import { frameworkVersions } from '../validation/framework-versions.js';
import { placedAt } from './placed-node.js';
import type { SharedSettings } from './setting-statements.js';

/** What the provider says of the role of its functions. */
export interface ProviderRole {
  /** A role that the service does not make, or declares itself. */
  readonly existing: PlacedValue | undefined;
  readonly statements: PlacedValue | undefined;
  readonly managedPolicies: PlacedValue | undefined;
  readonly boundary: PlacedValue | undefined;
  /** Whether each function has a role of its own. */
  readonly isPerFunction: boolean;
  readonly shared: SharedSettings;
}

/** @throws UserError where a setting can't be resolved */
export async function readProviderRole({ resolver }: Pick<PluggedService, 'resolver'>): Promise<ProviderRole> {
  const provider = (...path: string[]): Promise<PlacedValue | undefined> => placedAt(resolver, ['provider', ...path]);
  const role = await provider('iam', 'role');
  const existing = isReference(role?.value) ? role : undefined;
  const [legacyRole, statements, legacyStatements, policies, legacyPolicies] = await Promise.all([
    provider('role'),
    role?.member('statements'),
    provider('iamRoleStatements'),
    role?.member('managedPolicies'),
    provider('iamManagedPolicies'),
  ]);
  const [boundary, alias, legacyBoundary, mode, kmsKeyArn, tracing, vpc] = await Promise.all([
    role?.member('permissionsBoundary'),
    role?.member('permissionBoundary'),
    provider('rolePermissionsBoundary'),
    role?.member('mode'),
    provider('kmsKeyArn'),
    provider('tracing', 'lambda'),
    provider('vpc'),
  ]);
  return {
    existing: existing ?? legacyRole,
    statements: statements ?? legacyStatements,
    managedPolicies: policies ?? legacyPolicies,
    boundary: boundary ?? alias ?? legacyBoundary,
    isPerFunction: mode?.value === 'perFunction',
    shared: { kmsKeyArn: kmsKeyArn?.value, tracing: tracing?.value, vpc: vpc?.value },
  };
}

/** A text, or a function of CloudFormation. */
function isReference(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return isMapping(value) && Object.keys(value).some((key) => key === 'Ref' || key.includes('::'));
}

/** What gives a function with statements of its own a role of its own. */
export type OwnRoles =
  /** The plugin serverless-iam-roles-per-function. */
  | { readonly kind: 'plugin'; readonly inherits: boolean; readonly boundary: PlacedValue | undefined }
  /** Version 4 of the framework, which has the plugin's settings and some of its own. */
  | { readonly kind: 'framework'; readonly inherits: boolean | undefined; readonly boundary: PlacedValue | undefined }
  | { readonly kind: 'none' };

const plugin = 'serverless-iam-roles-per-function';

/** How the functions of a service get roles of their own. */
export async function readOwnRoles({ resolver, plugins, root }: PluggedService): Promise<OwnRoles> {
  const [inherit, boundary, version] = await Promise.all([
    placedAt(resolver, ['custom', plugin, 'defaultInherit']),
    placedAt(resolver, ['custom', plugin, 'iamGlobalPermissionsBoundary']),
    placedAt(resolver, ['frameworkVersion']),
  ]);
  const { names } = await plugins();
  if (names.includes(plugin)) return { kind: 'plugin', inherits: isTrue(inherit?.value), boundary };
  if (!frameworkVersions(version?.value, root).includes('version4')) return { kind: 'none' };
  return { kind: 'framework', inherits: inherit === undefined ? undefined : isTrue(inherit.value), boundary };
}
