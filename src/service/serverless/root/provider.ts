import { childNode, kindOf } from '../../document/config-node.js';
import { invalidSetting, type Setting, textSetting } from '../../document/settings.js';
import type { Resolver } from '../variables/resolver.js';
import type { ValueAccess } from '../variables/sources/source.js';
import type { Dialect } from './dialect.js';

/** The framework's default stage. */
const defaultStage = 'dev';

/** The framework's default region. */
const defaultRegion = 'us-east-1';

/** A setting of the provider; `undefined` where it is not set, or empty. `provider: aws` has none. */
export async function providerSetting(
  { root, walk, value }: Pick<Resolver, 'root'> & ValueAccess,
  ...path: string[]
): Promise<Setting | undefined> {
  const parents = ['provider', ...path.slice(0, -1)];
  const parent = await walk(root, parents);
  const node = parent && childNode(parent, path.at(-1) ?? '');
  const resolved = node && (await value(node));
  if (node === undefined || resolved === null || resolved === '') return undefined;
  return { name: ['provider', ...path].join('.'), node, value: resolved };
}

/** The given stage, else `provider.stage`, else `dev`. */
export async function stageOf(
  access: Pick<Resolver, 'root'> & ValueAccess,
  given: string | undefined,
): Promise<string> {
  return given || textSetting(await providerSetting(access, 'stage')) || defaultStage;
}

/** What the region is chosen from, besides the configuration. */
export interface RegionInputs {
  readonly given: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** The region of the resolver that the service is deployed with, in a dialect with resolvers. */
  readonly ofResolver?: () => Promise<string | undefined>;
}

/** The given region, else that of the resolver, else `provider.region`, else that of the environment, else us-east-1. */
export async function regionOf(
  access: Pick<Resolver, 'root'> & ValueAccess,
  { given, environment, ofResolver }: RegionInputs,
): Promise<string> {
  const configured = given || (await ofResolver?.()) || textSetting(await providerSetting(access, 'region'));
  return configured || environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || defaultRegion;
}

/** The name of the service: `service`, or `service.name`. */
export async function serviceName({ root, walk, value }: Resolver): Promise<string> {
  const path = [['service', 'name'], ['service']];
  for (const candidate of path) {
    const node = await walk(root, candidate);
    if (node === undefined || node.value === null || node.value === '') continue;
    const name = textSetting({ name: candidate.join('.'), node, value: await value(node) });
    if (name !== undefined) return name;
  }
  throw invalidSetting({ name: 'service', node: root }, 'is missing: the configuration does not name the service', {
    code: 'service-name-missing',
    hint: 'Add a line such as `service: my-service`.',
  });
}

/** @throws UserError where there is no provider, or one other than AWS. */
export async function checkProvider(resolver: Resolver): Promise<void> {
  const { root, walk } = resolver;
  const provider = await walk(root, ['provider']);
  if (provider === undefined || provider.value === null) {
    throw invalidSetting({ name: 'provider', node: provider ?? root }, 'is missing', {
      code: 'provider-missing',
      hint: 'Add a line such as `provider: aws`.',
    });
  }
  const isText = typeof provider.value === 'string';
  if (!isText && (typeof provider.value !== 'object' || Array.isArray(provider.value))) {
    throw invalidSetting({ name: 'provider', node: provider }, `must be a mapping, and is ${kindOf(provider.value)}`);
  }
  const name = isText
    ? { name: 'provider', node: provider, value: provider.value }
    : await providerSetting(resolver, 'name');
  if (name !== undefined && name.value !== 'aws') {
    throw invalidSetting(name, `is ${textSetting(name)}: only functions of aws can be run`, {
      code: 'provider-unsupported',
    });
  }
}

/** @throws UserError if there are `params` besides `stages`, and the dialect does not allow both */
export async function checkStages({ root }: Pick<Resolver, 'root'>, { paramsBesideStages }: Dialect): Promise<void> {
  const params = childNode(root, 'params');
  const stages = childNode(root, 'stages');
  if (paramsBesideStages || (params?.value ?? null) === null || (stages?.value ?? null) === null) return;
  throw invalidSetting({ name: 'params', node: params ?? root }, 'stands beside `stages`, which version 4 refuses', {
    code: 'params-beside-stages',
    hint: 'Write the parameters of each stage as stages.<stage>.params, and those of all as stages.default.params.',
  });
}
