import type { FunctionRole } from '../../../lambda/function/function-permissions.js';
import { intrinsicIn, isMapping, listOf } from '../values.js';
import { addDocument, addGap, addManagedPolicies, at, type Collected, documentStatements, listed } from './collect.js';
import type { PlacedValue } from './placed-value.js';

/** A resource of a template that may be part of a role. */
export interface PlacedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: PlacedValue | undefined;
}

/** The resources of a template. */
export interface PlacedTemplate {
  resource(logicalId: string): Promise<PlacedResource | undefined>;
  /** Those of some types. */
  ofTypes(types: ReadonlySet<string>): Promise<readonly PlacedResource[]>;
}

/** The logical id in a `Ref`, a `Fn::GetAtt`, or a `Fn::Sub` of nothing else; `undefined` for anything else. */
export function referredId(value: unknown): string | undefined {
  const { name, argument } = intrinsicIn(value) ?? {};
  if (name === 'Ref' && typeof argument === 'string') return argument;
  if (name === 'Fn::GetAtt') {
    const first = Array.isArray(argument) ? (listOf(argument, 'an Fn::GetAtt')[0] as unknown) : argument;
    return typeof first === 'string' ? first.split('.', 1)[0] : undefined;
  }
  const text = name === 'Fn::Sub' ? (Array.isArray(argument) ? argument[0] : argument) : undefined;
  return typeof text === 'string' ? /^\$\{([A-Za-z0-9]+)(?:\.\w+)?\}$/.exec(text)?.[1] : undefined;
}

/** Reads the role that a property names, with its policies where the template has it. */
export async function readRole(
  role: PlacedValue | undefined,
  template: PlacedTemplate,
  into: Collected,
): Promise<FunctionRole> {
  if (role === undefined) return { kind: 'none' };
  const logicalId = referredId(role.value);
  const resource = logicalId === undefined ? undefined : await template.resource(logicalId);
  if (resource?.type === 'AWS::IAM::Role') {
    await readRoleResource(resource, template, into);
    return { kind: 'made', logicalId: resource.logicalId };
  }
  const value = await into.names.evaluate(role.value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const known = await declaredRole(text, template, into);
  if (known === undefined) return { kind: 'elsewhere', arn: text, ...at(role.location()) };
  await readRoleResource(known, template, into);
  return { kind: 'made', logicalId: known.logicalId };
}

/** The role of the template that an ARN names by its configured name. */
async function declaredRole(
  arn: string,
  template: PlacedTemplate,
  { names }: Collected,
): Promise<PlacedResource | undefined> {
  const name = /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  if (name === undefined) return undefined;
  for (const resource of await template.ofTypes(new Set(['AWS::IAM::Role']))) {
    const declared = await resource.properties?.member('RoleName');
    if (declared !== undefined && (await names.evaluate(declared.value)) === name) return resource;
  }
  return undefined;
}

/** Reads the policies of a role, and those that other resources of the template attach to it. */
export async function readRoleResource(role: PlacedResource, template: PlacedTemplate, into: Collected): Promise<void> {
  await readRoleProperties(role, template, into);
  await readAttached(role, template, into);
}

/** Reads the policies that a role itself names. */
export async function readRoleProperties(
  { properties, logicalId }: PlacedResource,
  template: PlacedTemplate,
  into: Collected,
): Promise<void> {
  if (properties === undefined) return;
  await readPolicies(properties, logicalId, into);
  const managed = await properties.member('ManagedPolicyArns');
  if (managed !== undefined) await readManagedPolicies(managed, template, into, `a managed policy of ${logicalId}`);
  const boundary = await properties.member('PermissionsBoundary');
  if (boundary !== undefined) await readBoundary(boundary, template, into);
}

async function readPolicies(properties: PlacedValue, logicalId: string, into: Collected): Promise<void> {
  const policies = await properties.member('Policies');
  if (policies === undefined) return;
  for (const policy of await policies.items()) await readInlinePolicy(policy, `a policy of ${logicalId}`, into);
  if (!Array.isArray(policies.value)) addGap(policies, `a policy of ${logicalId}`, 'is no list', into);
}

/** A `{ PolicyName, PolicyDocument }`. */
async function readInlinePolicy(policy: PlacedValue, source: string, into: Collected): Promise<void> {
  const document = await policy.member('PolicyDocument');
  if (document !== undefined) {
    await addDocument(document, source, into);
    return;
  }
  const value = await into.names.evaluate(policy.value, (reason) => addGap(policy, source, reason, into));
  const found = isMapping(value) ? value['PolicyDocument'] : undefined;
  for (const statement of isMapping(found) ? listed(found['Statement']) : []) {
    if (isMapping(statement)) into.statements.push({ value: statement, source, ...at(policy.location()) });
  }
}

/** Managed policies by ARN, or by reference to one that the template declares, whose statements are then known. */
export async function readManagedPolicies(
  list: PlacedValue,
  template: PlacedTemplate,
  into: Collected,
  source: string,
): Promise<void> {
  for (const item of Array.isArray(list.value) ? await list.items() : [list]) {
    const document = await declaredManagedPolicy(item, template);
    if (document === undefined) await addManagedPolicies(item, source, into);
    else await addDocument(document.document, `the managed policy ${document.logicalId}`, into);
  }
}

/** Reads a permissions boundary, an ARN or a reference to a managed policy of the template. */
export async function readBoundary(boundary: PlacedValue, template: PlacedTemplate, into: Collected): Promise<void> {
  const declared = await declaredManagedPolicy(boundary, template);
  if (declared !== undefined) {
    const source = `the permissions boundary ${declared.logicalId}`;
    into.boundary = {
      kind: 'statements',
      statements: await documentStatements(declared.document, source, into),
    };
    return;
  }
  const arn = await into.names.evaluate(boundary.value);
  if (arn === null) return;
  const text = typeof arn === 'string' ? arn : JSON.stringify(arn);
  into.boundary = {
    kind: 'managed',
    policy: { arn: text, source: 'the permissions boundary', ...at(boundary.location()) },
  };
}

async function declaredManagedPolicy(
  reference: PlacedValue,
  template: PlacedTemplate,
): Promise<{ readonly logicalId: string; readonly document: PlacedValue } | undefined> {
  const logicalId = referredId(reference.value);
  const resource = logicalId === undefined ? undefined : await template.resource(logicalId);
  if (resource?.type !== 'AWS::IAM::ManagedPolicy') return undefined;
  const document = await resource.properties?.member('PolicyDocument');
  return document && { logicalId: resource.logicalId, document };
}

const attachedTypes: ReadonlySet<string> = new Set([
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
]);

/** Policies that name the role, rather than the role them. */
async function readAttached(role: PlacedResource, template: PlacedTemplate, into: Collected): Promise<void> {
  const named = await role.properties?.member('RoleName');
  const roleName = named === undefined ? undefined : await into.names.evaluate(named.value);
  for (const { type, logicalId, properties } of await template.ofTypes(attachedTypes)) {
    const roles = await properties?.member(type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles');
    const document = await properties?.member('PolicyDocument');
    if (roles === undefined || document === undefined) continue;
    const items = Array.isArray(roles.value) ? await roles.items() : [roles];
    const isAttached = await Promise.all(
      items.map(async ({ value }) => {
        if (referredId(value) === role.logicalId) return true;
        return roleName !== undefined && (await into.names.evaluate(value)) === roleName;
      }),
    );
    const what = type === 'AWS::IAM::ManagedPolicy' ? 'the managed policy' : 'the policy';
    if (isAttached.includes(true)) await addDocument(document, `${what} ${logicalId}`, into);
  }
}
