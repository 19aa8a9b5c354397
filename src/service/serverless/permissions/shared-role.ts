import { addManagedPolicies, addStatement, at, type Collected } from '../../cloudformation/permissions/collect.js';
import { madeValue, type PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import { type PlacedTemplate, readBoundary, readManagedPolicies } from '../../cloudformation/permissions/read-role.js';
import { isMapping } from '../../document/config-node.js';
import { isTrue } from '../../document/settings.js';
import { eventStatements } from './event-statements.js';
import { logGroupArn, type MadeStatement } from './made-statement.js';
import type { ProviderRole } from './provider-role.js';
import type { RoleMember } from './role-member.js';
import { settingStatements } from './setting-statements.js';

/** Who runs with the role that the framework makes for all functions, and what it is made of. */
export interface SharedRole {
  /** `service-stage`, which the names of most functions begin with. */
  readonly prefix: string;
  /** All functions of the service: also those with roles of their own count for the logs. */
  readonly all: readonly RoleMember[];
  readonly provider: ProviderRole;
  readonly boundary: PlacedValue | undefined;
  readonly template: PlacedTemplate;
}

/** The managed policy for functions in a VPC. */
export const networkPolicy = {
  'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
};

/** The managed policy for durable functions. */
export const durablePolicy = {
  'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicDurableExecutionRolePolicy',
};

/**
 * Reads the role that functions share: what the framework allows for all their settings, and the provider's statements.
 * Source: Serverless Framework, `plugins/aws/package/lib/merge-iam-templates.js`.
 */
export async function readSharedRole(role: SharedRole, into: Collected): Promise<void> {
  const { all, provider, template } = role;
  await addMade(logStatements(role), 'what the framework adds for the logs', undefined, into);
  await addList(provider.statements, 'a statement of provider.iam.role', into);
  if (provider.managedPolicies !== undefined) {
    await readManagedPolicies(provider.managedPolicies, template, into, 'a managed policy of provider.iam.role');
  }
  const nameOf = (key: string): string | undefined => all.find((member) => member.key === key)?.name;
  for (const member of all) {
    if (member.settings.role !== undefined) continue;
    const made = [
      ...settingStatements(member, provider.shared, nameOf),
      ...eventStatements(member.settings.events, member),
    ];
    await addMadeOf(member, made, into);
  }
  const isInNetwork = provider.shared.vpc !== undefined || all.some(({ settings }) => settings.vpc !== undefined);
  if (isInNetwork)
    await addManagedPolicies(madeValue(networkPolicy, undefined), 'what the framework adds for the VPC', into);
  if (role.boundary !== undefined) await readBoundary(role.boundary, template, into);
}

/** Adds what the framework makes of the settings of a function. */
export async function addMadeOf(member: RoleMember, made: readonly MadeStatement[], into: Collected): Promise<void> {
  for (const { value, setting } of made) {
    await addMade([value], `what the framework adds for ${setting} of ${member.key}`, member.place(setting), into);
  }
}

async function addMade(
  statements: readonly unknown[],
  source: string,
  location: ReturnType<PlacedValue['location']>,
  into: Collected,
): Promise<void> {
  for (const statement of statements) {
    const value = await into.names.evaluate(statement);
    const isThere = into.statements.some((other) => JSON.stringify(other.value) === JSON.stringify(value));
    if (isMapping(value) && !isThere) into.statements.push({ value, source, isAdded: true, ...at(location) });
  }
}

/** Adds the statements of a list in the configuration. */
export async function addList(list: PlacedValue | undefined, source: string, into: Collected): Promise<void> {
  const items = list === undefined ? [] : Array.isArray(list.value) ? await list.items() : [list];
  for (const item of items) await addStatement(item, source, into);
}

/** The log groups of functions whose names begin with the service's, and those of each other one. */
function logStatements({ prefix, all }: SharedRole): unknown[] {
  const own = all.filter(({ name, settings }) => name.startsWith(prefix) && groupOf(settings) === undefined);
  const others = all.filter((member) => !own.includes(member) && !isTrue(member.settings.disableLogs));
  const silent = own.filter(({ settings }) => isTrue(settings.disableLogs));
  const groups = others.map(({ name, settings }) => groupOf(settings) ?? `/aws/lambda/${name}`);
  if (silent.length < own.length) groups.push(`/aws/lambda/${prefix}*`);
  if (groups.length === 0) return [];
  return [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:TagResource'],
      Resource: groups.map((group) => logGroupArn(group, ':*')),
    },
    { Effect: 'Allow', Action: ['logs:PutLogEvents'], Resource: groups.map((group) => logGroupArn(group, ':*:*')) },
    ...(silent.length === 0 || silent.length === own.length
      ? []
      : [
          {
            Effect: 'Deny',
            Action: 'logs:PutLogEvents',
            Resource: silent.map(({ name }) => logGroupArn(`/aws/lambda/${name}`, ':*')),
          },
        ]),
  ];
}

/** The log group that a function's own settings name. */
export function groupOf({ logs }: RoleMember['settings']): string | undefined {
  const group = isMapping(logs) ? logs['logGroup'] : undefined;
  return typeof group === 'string' ? group : undefined;
}
