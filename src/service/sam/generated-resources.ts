import { isMapping } from '../cloudformation/values.js';

const implicit: Readonly<Record<string, string>> = {
  ServerlessRestApi: 'AWS::ApiGateway::RestApi',
  ServerlessHttpApi: 'AWS::ApiGatewayV2::Api',
  ServerlessWebSocketApi: 'AWS::ApiGatewayV2::Api',
};

const besideFunctions: readonly (readonly [suffix: string, type: string])[] = [
  ['Role', 'AWS::IAM::Role'],
  ['Url', 'AWS::Lambda::Url'],
];

/**
 * The type of a resource that SAM's transform adds to a template. Source: AWS SAM developer guide, "Generated AWS
 * CloudFormation resources".
 */
export function generatedType(logicalId: string, template: Readonly<Record<string, unknown>>): string | undefined {
  if (Object.hasOwn(implicit, logicalId)) return implicit[logicalId];
  const resources = template['Resources'];
  for (const [suffix, type] of besideFunctions) {
    if (!logicalId.endsWith(suffix)) continue;
    const owner = isMapping(resources) ? resources[logicalId.slice(0, -suffix.length)] : undefined;
    if (isMapping(owner) && owner['Type'] === 'AWS::Serverless::Function') return type;
  }
  return undefined;
}
