import type { TemplateResource } from '../../cloudformation/template.js';
import { textSetting } from '../../document/settings.js';
import { functionName } from '../function/function-name.js';
import { readFunctionBody, readFunctionEntries } from '../function/functions.js';
import { providerSetting, serviceName } from '../root/provider.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { logicalName } from './logical-name.js';

/**
 * A resource that the framework itself adds to the template. Source: the framework's guide, "AWS Resources", the table of
 * resource names.
 */
export async function generatedResource(
  logicalId: string,
  service: ServiceFacts,
): Promise<TemplateResource | undefined> {
  const { resolver, stage, region } = service;
  switch (logicalId) {
    case 'ApiGatewayRestApi':
      return resourceOf('AWS::ApiGateway::RestApi', {});
    case 'HttpApi':
      return resourceOf('AWS::ApiGatewayV2::Api', {});
    case 'WebsocketsApi':
      return resourceOf('AWS::ApiGatewayV2::Api', { ProtocolType: async () => 'WEBSOCKET' });
    case 'ServerlessDeploymentBucket':
      return resourceOf('AWS::S3::Bucket', {});
    case 'IamRoleLambdaExecution':
      return resourceOf('AWS::IAM::Role', {
        RoleName: async () =>
          textSetting(await providerSetting(resolver, 'iam', 'role', 'name')) ??
          `${await serviceName(resolver)}-${stage}-${region}-lambdaRole`,
        Path: async () => textSetting(await providerSetting(resolver, 'iam', 'role', 'path')),
      });
  }
  const [, normalized, kind] = /^(.+)(LambdaFunction|LambdaFunctionUrl|LogGroup)$/.exec(logicalId) ?? [];
  if (normalized === undefined) return undefined;
  for (const entry of (await readFunctionEntries(resolver)).values()) {
    if (logicalName(entry.key) !== normalized) continue;
    const body = await readFunctionBody(resolver, entry);
    if (body === undefined) continue;
    const name = (): Promise<string> => functionName(service, body);
    switch (kind) {
      case 'LogGroup':
        return resourceOf('AWS::Logs::LogGroup', { LogGroupName: async () => `/aws/lambda/${await name()}` });
      case 'LambdaFunctionUrl':
        return resourceOf('AWS::Lambda::Url', {});
      default:
        return resourceOf('AWS::Lambda::Function', { FunctionName: name });
    }
  }
  return undefined;
}

function resourceOf(
  type: string,
  properties: Readonly<Record<string, () => Promise<string | undefined>>>,
): TemplateResource {
  return { type, property: async (name) => (Object.hasOwn(properties, name) ? properties[name]?.() : undefined) };
}
