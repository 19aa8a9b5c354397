import { addManagedPolicies, type Collected } from '../../cloudformation/permissions/collect.js';
import { madeValue, type PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import { type PlacedTemplate, readBoundary, readManagedPolicies } from '../../cloudformation/permissions/read-role.js';
import { isMapping } from '../../document/config-node.js';
import { isTrue } from '../../document/settings.js';
import type { FunctionBody } from '../function/functions.js';
import type { Resolver } from '../variables/resolver.js';
import { type EventOwner, eventStatements } from './event-statements.js';
import { allow, logGroupArn, type MadeStatement } from './made-statement.js';
import { placedNode } from './placed-node.js';
import type { OwnRoles, ProviderRole } from './provider-role.js';
import type { RoleMember } from './role-member.js';
import { settingStatements } from './setting-statements.js';
import { addList, addMadeOf, durablePolicy, groupOf, networkPolicy } from './shared-role.js';

/** A function that has a role of its own. */
export interface OwnRole {
  readonly member: RoleMember;
  readonly body: FunctionBody;
  readonly resolver: Resolver;
  readonly provider: ProviderRole;
  readonly roles: Exclude<OwnRoles, { kind: 'none' }>;
  readonly template: PlacedTemplate;
  readonly nameOf: (key: string) => string | undefined;
}

/** Whether a function gets a role of its own. */
export function hasOwnRole({ settings }: RoleMember, roles: OwnRoles, { isPerFunction }: ProviderRole): boolean {
  if (roles.kind === 'none') return false;
  if (settings.iamRoleStatements !== undefined) return true;
  if (roles.kind === 'plugin') return false;
  const role = isMapping(settings.iam) && isMapping(settings.iam['role']) ? settings.iam['role'] : {};
  return isPerFunction || role['statements'] !== undefined || role['managedPolicies'] !== undefined;
}

/**
 * Reads the role of one function. Source: serverless-iam-roles-per-function, `src/lib/index.ts`; Serverless Framework 4,
 * `plugins/aws/package/lib/roles-per-function.js`.
 */
export async function readOwnRole(own: OwnRole, into: Collected): Promise<void> {
  const { member, provider, roles, template } = own;
  const { settings, name } = member;
  await addMadeOf(member, [...logStatements(member), ...madeStatements(own)], into);
  const setting = (...path: [string, ...string[]]): Promise<PlacedValue | undefined> => ownSetting(own, path);
  if (await inherits(own, setting)) await addList(provider.statements, 'a statement of provider.iam.role', into);
  const role = roles.kind === 'framework' ? await setting('iam', 'role', 'statements') : undefined;
  const statements = role ?? (await setting('iamRoleStatements'));
  await addList(statements, `a statement of functions.${member.key}`, into);
  if (provider.isPerFunction && provider.managedPolicies !== undefined) {
    await readManagedPolicies(provider.managedPolicies, template, into, 'a managed policy of provider.iam.role');
  }
  if (roles.kind === 'framework') {
    const managed = await setting('iam', 'role', 'managedPolicies');
    const source = `a managed policy of functions.${member.key}`;
    if (managed !== undefined) await readManagedPolicies(managed, template, into, source);
    if (settings.durableConfig !== undefined) {
      const place = member.place('durableConfig');
      await addManagedPolicies(madeValue(durablePolicy, place), 'what the framework adds for durableConfig', into);
    }
  }
  if (isFilled(settings.vpc) || isFilled(provider.shared.vpc)) {
    await addManagedPolicies(
      madeValue(networkPolicy, member.place('vpc')),
      `what the framework adds for the VPC of ${name}`,
      into,
    );
  }
  const boundary =
    (roles.kind === 'framework' ? await setting('iam', 'role', 'permissionsBoundary') : undefined) ??
    (await setting('iamPermissionsBoundary')) ??
    roles.boundary ??
    provider.boundary;
  if (boundary !== undefined) await readBoundary(boundary, template, into);
}

async function inherits(
  { roles, provider }: OwnRole,
  setting: (...path: [string, ...string[]]) => Promise<PlacedValue | undefined>,
): Promise<boolean> {
  const own = roles.kind === 'framework' ? await setting('iam', 'inheritStatements') : undefined;
  const legacy = await setting('iamRoleStatementsInherit');
  const chosen = own ?? legacy;
  if (chosen !== undefined) return isTrue(chosen.value);
  return roles.inherits ?? (roles.kind === 'framework' && provider.isPerFunction);
}

async function ownSetting(
  { body, resolver }: OwnRole,
  path: readonly [string, ...string[]],
): Promise<PlacedValue | undefined> {
  const [first, ...rest] = path;
  const node = (await body.nodes(first)).at(-1);
  let found = node && (await placedNode(resolver, node));
  for (const key of rest) found = await found?.member(key);
  return found;
}

function isFilled(value: unknown): boolean {
  return isMapping(value) ? Object.keys(value).length > 0 : Array.isArray(value) && value.length > 0;
}

function logStatements({ name, settings }: RoleMember): MadeStatement[] {
  const group = logGroupArn(groupOf(settings) ?? `/aws/lambda/${name}`, ':*:*');
  const logs = allow('logs', ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:PutLogEvents'], group);
  if (!isTrue(settings.disableLogs)) return [logs];
  const denied = { Effect: 'Deny', Action: ['logs:PutLogEvents'], Resource: group };
  return [logs, { setting: 'disableLogs', value: denied }];
}

/** The plugin knows streams, queues and topics for errors; the framework all that it knows of a shared role. */
function madeStatements({ member, provider, roles, nameOf }: OwnRole): MadeStatement[] {
  const { settings } = member;
  const failed = settings.onError === undefined ? [] : [allow('onError', ['sns:Publish'], settings.onError)];
  if (roles.kind === 'framework') {
    const made = settingStatements(member, provider.shared, nameOf).filter(({ setting }) => setting !== 'onError');
    return [...failed, ...made, ...eventStatements(settings.events, member)];
  }
  return [...pluginEvents(settings.events, member), ...failed];
}

/** The plugin gives a stream's reader the same whether it has a consumer or not, and nothing for what comes after a failure. */
function pluginEvents(events: unknown, owner: EventOwner): MadeStatement[] {
  const known = (Array.isArray(events) ? (events as readonly unknown[]) : []).flatMap((event): unknown[] => {
    if (!isMapping(event)) return [];
    const { sqs, stream } = event;
    if (sqs !== undefined) return [{ sqs }];
    if (stream === undefined) return [];
    if (!isMapping(stream)) return [{ stream }];
    const { consumer: _, destinations: __, ...rest } = stream;
    return [{ stream: rest }];
  });
  return eventStatements(known, owner);
}
