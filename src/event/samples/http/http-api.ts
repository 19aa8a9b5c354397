import type { Members, SamplePlace } from '../sample.js';
import { type HttpRequest, lowerCase, queryText } from './http-request.js';
import { apiId, httpSample, methodArn, sourceIp, time, timeEpoch, userAgent } from './http-sample.js';

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

export const httpApi = httpSample({
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

export const functionUrl = httpSample({
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

export const httpAuthorizer = httpSample({
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
