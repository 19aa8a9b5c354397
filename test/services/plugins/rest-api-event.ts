/** The request that an event stands for. */
export interface Request {
  readonly path: string;
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The event by which a REST API of API Gateway hands a request to a function. */
export function restApiEvent({ path, method = 'GET', query, headers = {}, body }: Request): unknown {
  return {
    resource: '/{proxy+}',
    path,
    httpMethod: method,
    headers: { Host: 'api.example.com', ...headers },
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: query === undefined ? null : mapValues(query, (value) => [value]),
    multiValueHeaders: mapValues({ Host: 'api.example.com', ...headers }, (value) => [value]),
    requestContext: { stage: 'dev', requestId: 'r', identity: { sourceIp: '127.0.0.1' } },
    body: body ?? null,
    isBase64Encoded: false,
  };
}

function mapValues<From, To>(mapping: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, map(value)]));
}
