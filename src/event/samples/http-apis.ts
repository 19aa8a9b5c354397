import {
  type HttpRequest,
  lowerCase,
  multiValue,
  queryText,
  readRequest,
  requestMembers,
  singleValue,
} from './http-request.js';
import { type Members, type Sample, type SamplePlace, setMembers } from './sample.js';

// The shapes are those of AWS's documentation of each source; the values are of no one.

const requestId = '8e2c2f5b-7a54-4a3e-9d0e-1c6c2f7b9a10';
const apiId = 'a1b2c3d4e5';
const sourceIp = '192.0.2.1';
const userAgent = 'curl/8.5.0';
const time = '01/Jan/2026:12:00:00 +0000';
const timeEpoch = 1_767_268_800_000;

/** How an HTTP event is made of a request. */
interface HttpTemplate {
  readonly name: string;
  readonly title: string;
  readonly event: (request: HttpRequest, place: SamplePlace, given: { readonly stage: string }) => Members;
  readonly defaultStage: string;
  readonly optional: readonly string[];
}

function httpSample({ name, title, event: template, defaultStage, optional }: HttpTemplate): Sample {
  return {
    name,
    title,
    members: [...requestMembers, 'stage'],
    make: (given, place) => {
      const { stage, ...members } = given;
      const { request, rest } = readRequest(members);
      const event = template(request, place, { stage: typeof stage === 'string' ? stage : defaultStage });
      setMembers(event, rest, { name, place, optional, others: [...requestMembers, 'stage'] });
      return event;
    },
  };
}

const noIdentity = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp,
  user: null,
  userAgent,
  userArn: null,
};

/** What a REST API and its authorizers say of a request ("Input format of a Lambda function for proxy integration"). */
function restRequest(request: HttpRequest, { region, accountId }: SamplePlace, stage: string): Members {
  const { method, path, route, query, pathParameters } = request;
  const host = `${apiId}.execute-api.${region}.amazonaws.com`;
  const headers = {
    Accept: '*/*',
    Host: host,
    'User-Agent': userAgent,
    'X-Forwarded-For': sourceIp,
    ...request.headers,
  };
  return {
    resource: route,
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: multiValue(headers),
    queryStringParameters: singleValue(query),
    multiValueQueryStringParameters: multiValue(query),
    pathParameters: Object.keys(pathParameters).length === 0 ? null : { ...pathParameters },
    stageVariables: null,
    requestContext: {
      accountId,
      apiId,
      authorizer: null,
      domainName: host,
      domainPrefix: apiId,
      extendedRequestId: 'JKJaXmPLvHcESHA=',
      httpMethod: method,
      identity: { ...noIdentity },
      path: `/${stage}${path}`,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: time,
      requestTimeEpoch: timeEpoch,
      resourceId: 'abc123',
      resourcePath: route,
      stage,
    },
  };
}

const rest = httpSample({
  name: 'apigateway-rest',
  title: 'API Gateway, REST API (payload 1.0)',
  defaultStage: 'dev',
  optional: [],
  event: (request, place, { stage }) => ({
    ...restRequest(request, place, stage),
    body: request.body ?? null,
    isBase64Encoded: request.isBase64Encoded,
  }),
});

/** What an HTTP API and its authorizers say of a request ("Working with AWS Lambda proxy integrations for HTTP APIs"). */
function httpApiRequest(
  request: HttpRequest,
  { region, accountId }: SamplePlace,
  stage: string,
  domain: string,
): Members {
  const { method, path, route, query, cookies, pathParameters } = request;
  const isDefault = route === '$default';
  const routeKey = isDefault ? '$default' : `${method} ${route}`;
  const queried = Object.entries(query).map(([name, values]) => [name, values.join(',')]);
  const prefix = stage === '$default' ? '' : `/${stage}`;
  const actual = isDefault && path === '$default' ? '/' : path;
  const host = `${apiId}.${domain}.${region}.${domain === 'lambda-url' ? 'on.aws' : 'amazonaws.com'}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: `${prefix}${actual}`,
    rawQueryString: queryText(query),
    ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
    headers: {
      accept: '*/*',
      host,
      'user-agent': userAgent,
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...lowerCase(request.headers),
    },
    ...(queried.length === 0 ? {} : { queryStringParameters: Object.fromEntries(queried) }),
    requestContext: {
      accountId: domain === 'lambda-url' ? 'anonymous' : accountId,
      apiId,
      domainName: host,
      domainPrefix: apiId,
      http: { method, path: `${prefix}${actual}`, protocol: 'HTTP/1.1', sourceIp, userAgent },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey,
      stage,
      time,
      timeEpoch,
    },
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters: { ...pathParameters } }),
  };
}

const httpApi = httpSample({
  name: 'apigateway-http',
  title: 'API Gateway, HTTP API (payload 2.0)',
  defaultStage: '$default',
  optional: ['cookies', 'queryStringParameters', 'pathParameters', 'stageVariables', 'body'],
  event: (request, place, { stage }) => ({
    ...httpApiRequest(request, place, stage, 'execute-api'),
    ...(request.body === undefined ? {} : { body: request.body }),
    isBase64Encoded: request.isBase64Encoded,
  }),
});

const functionUrl = httpSample({
  name: 'function-url',
  title: 'Lambda function URL',
  defaultStage: '$default',
  optional: ['cookies', 'queryStringParameters', 'pathParameters', 'stageVariables', 'body'],
  event: (request, place, { stage }) => ({
    ...httpApiRequest({ ...request, route: '$default', pathParameters: {} }, place, stage, 'lambda-url'),
    ...(request.body === undefined ? {} : { body: request.body }),
    isBase64Encoded: request.isBase64Encoded,
  }),
});

const alb = httpSample({
  name: 'alb',
  title: 'Application Load Balancer',
  defaultStage: '',
  optional: ['multiValueHeaders', 'multiValueQueryStringParameters'],
  event: ({ method, path, query, headers, body, isBase64Encoded }, { region, accountId }) => ({
    requestContext: {
      elb: {
        targetGroupArn: `arn:aws:elasticloadbalancing:${region}:${accountId}:targetgroup/shop/73e2d6bc24d8a067`,
      },
    },
    httpMethod: method,
    path,
    queryStringParameters: singleValue(query) ?? {},
    headers: {
      accept: '*/*',
      host: `shop-1234567890.${region}.elb.amazonaws.com`,
      'user-agent': userAgent,
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...lowerCase(headers),
    },
    body: body ?? '',
    isBase64Encoded,
  }),
});

const requestAuthorizer = httpSample({
  name: 'authorizer-request',
  title: 'Lambda authorizer of a REST API, type REQUEST',
  defaultStage: 'dev',
  optional: ['identitySource', 'authorizationToken'],
  event: (request, place, { stage }) => {
    const headers = { Authorization: 'Bearer token', ...request.headers };
    const { requestContext, ...described } = restRequest({ ...request, headers }, place, stage);
    const { authorizer: _, ...context } = requestContext as Members;
    return {
      type: 'REQUEST',
      methodArn: methodArn(request, place, stage),
      ...withoutNulls(described),
      requestContext: context,
    };
  },
});

const httpAuthorizer = httpSample({
  name: 'authorizer-http',
  title: 'Lambda authorizer of an HTTP API (payload 2.0)',
  defaultStage: '$default',
  optional: ['queryStringParameters', 'pathParameters', 'stageVariables'],
  event: (request, place, { stage }) => {
    const headers = { authorization: 'Bearer token', ...lowerCase(request.headers) };
    const {
      version,
      routeKey,
      cookies = [],
      ...described
    } = httpApiRequest({ ...request, headers }, place, stage, 'execute-api');
    return {
      version,
      type: 'REQUEST',
      routeArn: methodArn(request, place, stage),
      identitySource: [headers.authorization],
      routeKey,
      cookies,
      ...described,
    };
  },
});

const tokenAuthorizer = httpSample({
  name: 'authorizer-token',
  title: 'Lambda authorizer of a REST API, type TOKEN',
  defaultStage: 'dev',
  optional: [],
  event: (request, place, { stage }) => ({
    type: 'TOKEN',
    authorizationToken: 'Bearer token',
    methodArn: methodArn(request, place, stage),
  }),
});

function methodArn({ method, path }: HttpRequest, { region, accountId }: SamplePlace, stage: string): string {
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${method}${path}`;
}

/** An authorizer gets empty objects where the integration gets `null` ("Input to an API Gateway Lambda authorizer"). */
function withoutNulls(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, value ?? {}]));
}

export const httpSamples: readonly Sample[] = [
  rest,
  httpApi,
  functionUrl,
  alb,
  requestAuthorizer,
  tokenAuthorizer,
  httpAuthorizer,
];
