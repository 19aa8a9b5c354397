import type { Call, Json } from '../requirements/call.js';

/** A call of a file of calls: one as JSON in each line. */
export interface LoggedCall extends Call {
  /** The key of the function that made it. */
  readonly function: string | undefined;
}

/** The prefixes of actions of services that are called otherwise. */
const prefixes: Readonly<Record<string, string>> = {
  apigatewaymanagementapi: 'execute-api',
  appconfigdata: 'appconfig',
  'bedrock-runtime': 'bedrock',
  dynamodbstreams: 'dynamodb',
  'iot-data': 'iot',
  sesv2: 'ses',
  stepfunctions: 'states',
};

/** @returns `undefined` for a value that is no call */
export function loggedCall(value: unknown): LoggedCall | undefined {
  if (!isStructure(value)) return undefined;
  const { service, operation, region, account, resources, request, response, iamPrefix, function: owner } = value;
  if (typeof service !== 'string' || typeof operation !== 'string') return undefined;
  return {
    service,
    operation,
    iamPrefix: typeof iamPrefix === 'string' ? iamPrefix : (prefixes[service] ?? service),
    region: typeof region === 'string' ? region : 'us-east-1',
    account: typeof account === 'string' ? account : '123456789012',
    resources: Array.isArray(resources) ? resources.filter((each) => typeof each === 'string') : [],
    members: isStructure(request) ? request : {},
    ...(isStructure(response) ? { answer: response } : {}),
    function: typeof owner === 'string' ? owner : undefined,
  };
}

function isStructure(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
