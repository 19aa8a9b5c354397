import { textSetting } from '../../document/settings.js';
import { providerSetting, serviceName } from '../root/provider.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { Resolver } from '../variables/resolver.js';
import type { FunctionBody } from './functions.js';

/** The name that the function has in AWS: its `name`, else `service-stage-key`. */
export async function functionName(
  { resolver, stage }: Pick<ServiceFacts, 'resolver' | 'stage'>,
  body: FunctionBody,
): Promise<string> {
  return textSetting(await body.setting('name')) ?? `${await serviceName(resolver)}-${stage}-${body.key}`;
}

/** The name of the stack that a deploy makes: `provider.stackName`, else `service-stage`. */
export async function stackName(resolver: Resolver, stage: string): Promise<string> {
  return textSetting(await providerSetting(resolver, 'stackName')) ?? `${await serviceName(resolver)}-${stage}`;
}
