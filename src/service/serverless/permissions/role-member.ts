import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import { locateNode } from '../../document/locate.js';
import { functionName } from '../function/function-name.js';
import { type FunctionBody, type FunctionEntry, readFunctionBody } from '../function/functions.js';
import type { ServiceFacts } from '../root/service-facts.js';

/** The settings of a function from which the framework makes permissions. */
export const permissionSettings = [
  'role',
  'iam',
  'iamRoleStatements',
  'events',
  'vpc',
  'onError',
  'kmsKeyArn',
  'tracing',
  'fileSystemConfig',
  'destinations',
  'disableLogs',
  'logs',
  'durableConfig',
] as const;

export type PermissionSetting = (typeof permissionSettings)[number];

/** A function of the service as its role sees it. */
export interface RoleMember {
  readonly key: string;
  readonly name: string;
  readonly settings: Readonly<Partial<Record<PermissionSetting, unknown>>>;
  /** Where a setting is written, else the function. */
  place(setting: PermissionSetting): SourceLocation | undefined;
}

/** @throws UserError where a setting can't be resolved */
export async function readMember(
  facts: Pick<ServiceFacts, 'resolver' | 'stage'>,
  entry: FunctionEntry,
): Promise<RoleMember | undefined> {
  const body = await readFunctionBody(facts.resolver, entry);
  return body && memberOf(facts, body);
}

/** @throws UserError where a setting can't be resolved */
export async function memberOf(
  facts: Pick<ServiceFacts, 'resolver' | 'stage'>,
  body: FunctionBody,
): Promise<RoleMember> {
  const found = await Promise.all(permissionSettings.map(async (key) => [key, await body.setting(key)] as const));
  const nodes = new Map(
    found.flatMap(([key, setting]) => (setting === undefined ? [] : [[key, setting.node] as const])),
  );
  return {
    key: body.key,
    name: await functionName(facts, body),
    settings: Object.fromEntries(
      found.flatMap(([key, setting]) => (setting === undefined ? [] : [[key, setting.value]])),
    ),
    place: (key) => locateNode(nodes.get(key) ?? body.node, 'key'),
  };
}
