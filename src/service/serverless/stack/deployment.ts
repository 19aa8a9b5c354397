import type { AwsIdentity, OwnIdentity } from '../../../aws/access.js';
import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigNode, childNode, childNodes } from '../../document/config-node.js';
import { invalidSetting, textSetting } from '../../document/settings.js';
import type { Dialect } from '../root/dialect.js';
import { providerSetting, stageOf } from '../root/provider.js';
import type { Resolver } from '../variables/resolver.js';
import { awsSettings } from '../variables/sources/aws-settings.js';
import { resolverGroups, resolverNode } from '../variables/sources/resolver-settings.js';
import type { ValueAccess } from '../variables/sources/source.js';

type Access = Pick<Resolver, 'root'> & ValueAccess;

/**
 * The resolver that version 4 of the framework deploys a service with: the one that `provider.resolver` names, else the
 * stage's only one of the type `aws`; `undefined` if there is none.
 * @throws UserError if the named one does not exist
 */
async function deploymentResolver(access: Access, stage: string): Promise<ConfigNode | undefined> {
  const { root, walk } = access;
  const named = await providerSetting(access, 'resolver');
  const name = textSetting(named);
  if (named !== undefined && name !== undefined) {
    const node = await resolverNode(name, stage, root, access);
    if (node !== undefined) return node;
    throw invalidSetting(named, `is \`${name}\`, and the stage ${stage} has no resolver of that name`, {
      code: 'resolver-missing',
      hint: `Add it as stages.${stage}.resolvers.${name}, or as stages.default.resolvers.${name}.`,
    });
  }
  const found = new Map<string, ConfigNode>();
  for (const group of resolverGroups(stage)) {
    const resolvers = await walk(root, group);
    for (const { path } of resolvers === undefined ? [] : childNodes(resolvers)) {
      const key = path.at(-1) ?? '';
      const node = found.has(key) ? undefined : await walk(root, [...group, key]);
      if (node !== undefined && node.value !== null) found.set(key, node);
    }
  }
  const ofAws: ConfigNode[] = [];
  for (const node of found.values()) if ((await textBelow(node, 'type', access)) === 'aws') ofAws.push(node);
  return ofAws.length === 1 ? ofAws[0] : undefined;
}

/** The region of the resolver that the service is deployed with. */
export async function deploymentRegion(access: Access, givenStage: string | undefined): Promise<string | undefined> {
  const resolver = await deploymentResolver(access, await stageOf(access, givenStage));
  return resolver && textBelow(resolver, 'region', access);
}

/** What is needed to read the service's identity. */
export interface IdentityInputs {
  readonly dialect: Dialect;
  readonly stage: string;
  /** Turns an error of a variable into one for the user. */
  readonly explained: <Result>(work: Promise<Result>) => Promise<Result>;
  readonly report: ReportDiagnostic;
}

/**
 * The identity that the service is deployed with: `provider.profile`; in version 4 the resolver comes before it. What can't
 * be resolved is only reported, since the credentials may come from elsewhere.
 */
export async function readOwnIdentity(access: Access, inputs: IdentityInputs): Promise<OwnIdentity> {
  const { dialect, stage, explained, report } = inputs;
  const isFirst = dialect.ownIdentity === 'first';
  const candidates: OwnIdentity['candidates'][number][] = [];
  const attempt = async (setting: string, read: () => Promise<AwsIdentity | undefined>): Promise<void> => {
    try {
      const identity = await explained(read());
      if (identity !== undefined) candidates.push({ setting, identity });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message, ...details } = error.diagnostic;
      report({ ...details, severity: 'notice', message: `${setting} is not used. ${message}` });
    }
  };
  const resolver = isFirst ? await explained(deploymentResolver(access, stage)) : undefined;
  if (resolver !== undefined) await attempt(resolver.path.join('.'), () => resolverIdentity(resolver, access));
  await attempt('provider.profile', async () => {
    const profile = textSetting(await providerSetting(access, 'profile'));
    return profile ? { profile } : undefined;
  });
  return { candidates, isFirst };
}

async function resolverIdentity(resolver: ConfigNode, access: Access): Promise<AwsIdentity | undefined> {
  const names = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'profile'];
  const settings = await Promise.all(
    names.map(async (name) => [name, await textBelow(resolver, name, access)] as const),
  );
  return awsSettings(Object.fromEntries(settings)).identity;
}

async function textBelow(parent: ConfigNode, key: string, { value }: Access): Promise<string | undefined> {
  const node = childNode(parent, key);
  const resolved = node && (await value(node));
  if (node === undefined || resolved === null || resolved === '') return undefined;
  return textSetting({ name: node.path.join('.'), node, value: resolved });
}
