import type { Members, SamplePlace } from '../sample.js';
import { type HttpRequest, multiValue, singleValue } from './http-request.js';
import { apiId, httpSample, methodArn, requestId, sourceIp, time, timeEpoch, userAgent } from './http-sample.js';

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

export const restApi = httpSample({
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

export const requestAuthorizer = httpSample({
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

export const tokenAuthorizer = httpSample({
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

/** An authorizer gets empty objects where the integration gets `null` ("Input to an API Gateway Lambda authorizer"). */
function withoutNulls(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, value ?? {}]));
}
