import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/diagnostics/user-error.js';
import { findSample, sampleEvent, samples } from '../../../src/event/samples/samples.js';

/** A sample event with members set. */
function made(name: string, given: Readonly<Record<string, unknown>> = {}) {
  return JSON.parse(sampleEvent(name, given));
}

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.diagnostic;
    throw error;
  }
  throw new Error('It was not refused.');
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('every sample', () => {
  test.each(samples.map(({ name }) => name))('%s is the same each time, and shares nothing with the next', (name) => {
    const before = sampleEvent(name);
    const event = findSample(name).make({}, { region: 'us-east-1', accountId: '123456789012' });
    for (const member of Object.values(event as object)) if (typeof member === 'object' && member) member.x = 1;
    expect(sampleEvent(name)).toBe(before);
  });

  test.each(samples.map(({ name }) => name).filter((name) => name !== 'iot' && name !== 'step-functions'))(
    '%s refuses a member that it does not know',
    (name) => {
      expect(refusal(() => sampleEvent(name, { nonsense: 1 }))).toMatchObject({
        code: 'sample-member-unknown',
        message: `The sample ${name} has no member \`nonsense\`.`,
      });
    },
  );

  test('is found by the names of other tools, too', () => {
    expect(
      ['httpApi', 'sqs', 'SQS', 'kafka', 'cloudwatch-scheduled-event'].map((name) => findSample(name).name),
    ).toEqual(['apigateway-http', 'sqs', 'sqs', 'kafka-self-managed', 'schedule']);
  });

  test('that is misspelt is refused with the nearest', () => {
    expect(refusal(() => sampleEvent('apigateway-htp'))).toMatchObject({
      message: 'There is no sample event apigateway-htp.',
      hint: 'Did you mean apigateway-http? `invoke-local event` lists them all.',
    });
    expect(refusal(() => sampleEvent('sqs', { bdoy: 1 })).hint).toBe('Did you mean `body`?');
  });

  test('is in the region and the account that are given', () => {
    expect(sampleEvent('sqs', {}, { region: 'eu-west-1', accountId: '111122223333' })).toContain(
      'arn:aws:sqs:eu-west-1:111122223333:queue',
    );
  });
});

describe('bodies are encoded as the source does:', () => {
  test.each<[string, Readonly<Record<string, unknown>>, (event: ReturnType<typeof made>) => unknown, unknown]>([
    ['apigateway-rest', { body: { id: 1 } }, (event) => event.body, '{"id":1}'],
    ['apigateway-http', { body: 'text' }, (event) => event.body, 'text'],
    ['apigateway-http', { body: 'text', isBase64Encoded: true }, (event) => event.body, base64('text')],
    ['apigateway-websocket', { body: { action: 'send' } }, (event) => event.body, '{"action":"send"}'],
    ['alb', { body: [1] }, (event) => event.body, '[1]'],
    ['sqs', { body: { id: 1 } }, (event) => event.Records[0].body, '{"id":1}'],
    ['sqs', { body: 'x' }, (event) => event.Records[0].md5OfBody, '9dd4e461268c8034f5c8564e155c67a6'],
    ['sns', { message: { id: 1 } }, (event) => event.Records[0].Sns.Message, '{"id":1}'],
    ['kinesis', { data: { id: 1 } }, (event) => event.Records[0].kinesis.data, base64('{"id":1}')],
    ['firehose', { data: 'line\n' }, (event) => event.records[0].data, base64('line\n')],
    ['mq-activemq', { data: { id: 1 } }, (event) => event.messages[0].data, base64('{"id":1}')],
    ['mq-rabbitmq', { data: 'ab', queue: 'q' }, (event) => event.rmqMessagesByQueue['q::/'][0].data, base64('ab')],
    ['kafka-msk', { value: { id: 1 }, topic: 't' }, (event) => event.records['t-0'][0].value, base64('{"id":1}')],
    ['kafka-self-managed', { headers: { a: 'b' } }, (event) => event.records['topic-0'][0].headers, [{ a: [98] }]],
    [
      'codepipeline',
      { userParameters: { a: 1 } },
      (event) => event['CodePipeline.job'].data.actionConfiguration.configuration.UserParameters,
      '{"a":1}',
    ],
    ['config', { ruleParameters: { a: 1 } }, (event) => event.ruleParameters, '{"a":1}'],
    [
      'config',
      { invokingEvent: { configurationItem: { resourceId: 'i-1' } } },
      (event) => JSON.parse(event.invokingEvent).configurationItem.resourceId,
      'i-1',
    ],
    [
      'cloudfront-viewer-request',
      { body: { id: 1 } },
      (event) => event.Records[0].cf.request.body.data,
      base64('{"id":1}'),
    ],
    ['eventbridge', { detail: { id: 1 } }, (event) => event.detail, { id: 1 }],
  ])('%s with %j', (name, given, part, expected) => {
    expect(part(made(name, given))).toEqual(expected);
  });

  test('CloudWatch Logs compresses its data', () => {
    const { awslogs } = made('cloudwatch-logs', {
      messages: [{ level: 'ERROR' }, 'plain'],
      logGroup: '/aws/lambda/price',
    });
    const data = JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString());
    expect(data).toMatchObject({ logGroup: '/aws/lambda/price', messageType: 'DATA_MESSAGE' });
    expect(data.logEvents.map(({ message }: { message: string }) => message)).toEqual(['{"level":"ERROR"}', 'plain']);
  });

  test('DynamoDB writes values with their types, and takes those that have them', () => {
    const event = made('dynamodb', {
      newImage: { id: '1', n: 2, ok: true, none: null, list: [1], map: { a: 'b' } },
      oldImage: { id: { S: '1' } },
      eventName: 'MODIFY',
    });
    expect(event.Records[0]).toMatchObject({ eventName: 'MODIFY' });
    expect(event.Records[0].dynamodb).toMatchObject({
      NewImage: {
        id: { S: '1' },
        n: { N: '2' },
        ok: { BOOL: true },
        none: { NULL: true },
        list: { L: [{ N: '1' }] },
        map: { M: { a: { S: 'b' } } },
      },
      OldImage: { id: { S: '1' } },
    });
  });
});

describe('an HTTP request', () => {
  test('stands in every place of the event alike', () => {
    expect(
      made('apigateway-http', {
        method: 'put',
        route: '/orders/{id}',
        pathParameters: { id: 'a b' },
        query: { tag: ['x', 'y'] },
        body: { a: 1 },
        cookies: ['s=1'],
        headers: { 'X-Trace': '1' },
        stage: 'prod',
      }),
    ).toMatchObject({
      routeKey: 'PUT /orders/{id}',
      rawPath: '/prod/orders/a%20b',
      rawQueryString: 'tag=x&tag=y',
      queryStringParameters: { tag: 'x,y' },
      cookies: ['s=1'],
      headers: { 'x-trace': '1', 'content-type': 'application/json' },
      pathParameters: { id: 'a b' },
      requestContext: {
        routeKey: 'PUT /orders/{id}',
        stage: 'prod',
        http: { method: 'PUT', path: '/prod/orders/a%20b' },
      },
    });
    expect(
      made('apigateway-rest', { route: '/orders/{id}', path: '/orders/7', query: { tag: ['x', 'y'] } }),
    ).toMatchObject({
      resource: '/orders/{id}',
      path: '/orders/7',
      httpMethod: 'GET',
      pathParameters: { id: '7' },
      queryStringParameters: { tag: 'y' },
      multiValueQueryStringParameters: { tag: ['x', 'y'] },
      body: null,
      requestContext: { resourcePath: '/orders/{id}', path: '/dev/orders/7' },
    });
  });

  test('has a body of the method POST, and none of GET, unless it says otherwise', () => {
    expect(made('apigateway-rest', { body: 'x' }).httpMethod).toBe('POST');
    expect(made('apigateway-rest').httpMethod).toBe('GET');
    expect(made('apigateway-rest', { body: 'x', method: 'PATCH' }).httpMethod).toBe('PATCH');
  });

  test.each([
    ['/files/{proxy+}', '/files/a/b.txt', { proxy: 'a/b.txt' }],
    ['/a/{x}/b/{y}', '/a/1/b/2', { x: '1', y: '2' }],
    ['/a.b/{x}', '/a.b/1', { x: '1' }],
  ])('of the route %s with the path %s has its path parameters', (route, path, parameters) => {
    expect(made('apigateway-http', { route, path }).pathParameters).toEqual(parameters);
  });

  test('of a route without a path has one that the route takes', () => {
    expect(made('apigateway-rest', { route: '/orders/{id}' })).toMatchObject({
      path: '/orders/1',
      pathParameters: { id: '1' },
    });
  });

  test('that an authorizer is asked about names the method', () => {
    expect(made('authorizer-token', { method: 'GET', path: '/a', authorizationToken: 'Bearer x' })).toEqual({
      type: 'TOKEN',
      authorizationToken: 'Bearer x',
      methodArn: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/dev/GET/a',
    });
  });
});

describe('members are merged', () => {
  test('at any depth, objects with objects', () => {
    const event = made('apigateway-http', { requestContext: { authorizer: { jwt: { claims: { sub: 'me' } } } } });
    expect(event.requestContext).toMatchObject({ stage: '$default', authorizer: { jwt: { claims: { sub: 'me' } } } });
    expect(
      made('cognito-pre-signup', { request: { userAttributes: { locale: 'en' } } }).request.userAttributes,
    ).toEqual({
      email: 'user@example.com',
      locale: 'en',
    });
  });

  test('into each of several records, which have their own besides', () => {
    const { Records } = made('sqs', {
      eventSourceARN: 'arn:q',
      records: [{ body: 'a' }, { body: 'b', messageId: '2' }],
    });
    expect(Records).toMatchObject([
      { body: 'a', eventSourceARN: 'arn:q' },
      { body: 'b', eventSourceARN: 'arn:q', messageId: '2' },
    ]);
    expect(made('firehose', { region: 'eu-west-1', data: 'x' })).toMatchObject({
      region: 'eu-west-1',
      records: [{ data: base64('x') }],
    });
  });

  test('of an object of S3 by their names: the key is encoded as S3 does', () => {
    expect(made('s3', { bucket: 'uploads', key: 'a b/ü+c.json', size: 3 }).Records[0].s3).toMatchObject({
      bucket: { name: 'uploads', arn: 'arn:aws:s3:::uploads' },
      object: { key: 'a+b/%C3%BC%2Bc.json', size: 3 },
    });
  });
});
