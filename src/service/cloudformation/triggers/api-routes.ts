import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';
import { isMapping } from '../values.js';
import type { RefersToFunction } from './function-references.js';
import { referencesIn } from './function-references.js';
import { methodOf, type Settings, sample, text } from './trigger-event.js';

type Resources = ReadonlyMap<string, Settings>;

/** A method of a REST API whose integration is the function. */
export function restMethod(properties: Settings, resources: Resources): FunctionTrigger {
  const route = resourcePath(properties['ResourceId'], resources);
  return { type: 'Api', event: sample('apigateway-rest', { method: methodOf(properties['HttpMethod']), route }) };
}

/** The path of a resource of a REST API, by its parents; `undefined` where one of them is not in the template. */
function resourcePath(value: unknown, resources: Resources): string | undefined {
  const parts: string[] = [];
  let current = value;
  while (parts.length < resources.size) {
    const [id = ''] = referencesIn(current);
    const resource = resources.get(id);
    if (resource?.['Type'] !== 'AWS::ApiGateway::Resource') break;
    const properties = isMapping(resource['Properties']) ? resource['Properties'] : {};
    const part = text(properties['PathPart']);
    if (part === undefined) return undefined;
    parts.unshift(part);
    current = properties['ParentId'];
  }
  return `/${parts.join('/')}`;
}

/** The routes of an HTTP or a WebSocket API to an integration. */
export function integrationRoutes(integrationId: string, apiId: unknown, resources: Resources): FunctionTrigger[] {
  const [api = ''] = referencesIn(apiId);
  const properties = resources.get(api)?.['Properties'];
  const isWebSocket = isMapping(properties) && properties['ProtocolType'] === 'WEBSOCKET';
  return [...resources.values()].flatMap(({ Type: type, Properties: route }) => {
    if (type !== 'AWS::ApiGatewayV2::Route' || !isMapping(route) || !refersDeep(route['Target'], integrationId))
      return [];
    const key = text(route['RouteKey']) ?? '$default';
    if (isWebSocket) return [{ type: 'WebSocketApi', event: sample('apigateway-websocket', { route: key }) }];
    const [method, path] = key.split(' ');
    const request = path === undefined ? { route: '$default' } : { method: methodOf(method), route: path };
    return [{ type: 'HttpApi', event: sample('apigateway-http', request) }];
  });
}

function refersDeep(value: unknown, id: string): boolean {
  if (referencesIn(value).includes(id)) return true;
  const members = isMapping(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  return members.some((member) => refersDeep(member, id));
}

/** The operations of an OpenAPI definition whose integration is the function. */
export function definedRoutes(definition: unknown, isHttpApi: boolean, refers: RefersToFunction): FunctionTrigger[] {
  const paths = isMapping(definition) && isMapping(definition['paths']) ? Object.entries(definition['paths']) : [];
  const operations = paths.flatMap(([path, methods]) =>
    isMapping(methods) ? Object.entries(methods).map(([method, operation]) => ({ path, method, operation })) : [],
  );
  return operations
    .filter(({ operation }) => isMapping(operation) && refers(operation['x-amazon-apigateway-integration']))
    .map(({ path, method }) => ({
      type: isHttpApi ? 'HttpApi' : 'Api',
      event: sample(isHttpApi ? 'apigateway-http' : 'apigateway-rest', { method: methodOf(method), route: path }),
    }));
}

/** An authorizer that is the function. */
export function authorizer(type: unknown, properties: Settings): FunctionTrigger {
  if (type === 'AWS::ApiGatewayV2::Authorizer') return { type: 'Authorizer', event: sample('authorizer-http') };
  const isRequest = properties['Type'] === 'REQUEST';
  return { type: 'Authorizer', event: sample(isRequest ? 'authorizer-request' : 'authorizer-token') };
}
