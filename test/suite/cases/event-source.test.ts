import { describe, expect, test } from '@jest/globals';
import { sampleEventOf } from '../../../src/invoke/sample-event.js';
import { openFiles } from '../../service/open-folder.js';
import { caseOf, refusalOf } from './collecting.js';

const service = `
service: shop
provider: { name: aws, runtime: nodejs22.x, region: eu-west-1 }
functions:
  none: { handler: h.h }
  url: { handler: h.h, url: true }
  several:
    handler: h.h
    events:
      - httpApi: GET /orders/{id}
      - sqs: arn:aws:sqs:eu-west-1:111122223333:first
      - sqs: { arn: arn:aws:sqs:eu-west-1:111122223333:second, batchSize: 5 }
  EVENTS
resources:
  Resources:
    Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: orders } }
`;

/** The event of a case with this `event-source`, of a function with these events. */
async function eventOf(source: string, events?: string, name = 'f') {
  const declared = events === undefined ? '' : `f: { handler: h.h, events: [${events}] }`;
  const opened = await openFiles(service.replace('EVENTS', declared));
  const suiteCase = await caseOf(`- { function: ${name}, event-source: ${source} }`);
  const { event, origin } = suiteCase;
  if (event.kind !== 'source') throw new Error('It takes no source.');
  return JSON.parse(await sampleEventOf(event, await opened.load(name), () => origin.of(['event-source'])));
}

const record = (members: object) => ({ Records: [expect.objectContaining(members)] });

describe('event-source: true takes the sample that fits', () => {
  test.each<[string, unknown]>([
    [
      'http: "POST orders/{id}"',
      { httpMethod: 'POST', resource: '/orders/{id}', path: '/orders/1', pathParameters: { id: '1' } },
    ],
    ['http: { method: get, path: /a }', { httpMethod: 'GET', resource: '/a' }],
    ['http: { method: any, path: "{proxy+}" }', { httpMethod: 'GET', resource: '/{proxy+}' }],
    ['httpApi: "GET /orders/{id}"', { version: '2.0', routeKey: 'GET /orders/{id}', rawPath: '/orders/1' }],
    ["httpApi: '*'", { routeKey: '$default', rawPath: '/' }],
    ['httpApi: { method: "*", path: /a }', { routeKey: 'GET /a' }],
    [
      'websocket: $connect',
      { requestContext: expect.objectContaining({ routeKey: '$connect', eventType: 'CONNECT' }) },
    ],
    [
      'websocket: { route: send }',
      { requestContext: expect.objectContaining({ routeKey: 'send', eventType: 'MESSAGE' }) },
    ],
    [
      'alb: { listenerArn: arn, priority: 1, conditions: { path: /a/*, method: [put] } }',
      { httpMethod: 'PUT', path: '/a/1' },
    ],
    ['sqs: arn:aws:sqs:eu-west-1:111122223333:q', record({ eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:q' })],
    [
      'sqs: { arn: { Fn::GetAtt: [Queue, Arn] } }',
      record({ eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:orders' }),
    ],
    ['sqs: { arn: { Fn::ImportValue: elsewhere } }', record({ eventSource: 'aws:sqs', awsRegion: 'eu-west-1' })],
    ['sns: topic', record({ Sns: expect.objectContaining({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:topic' }) })],
    [
      'sns: { arn: arn:aws:sns:eu-west-1:1:t }',
      record({ Sns: expect.objectContaining({ TopicArn: 'arn:aws:sns:eu-west-1:1:t' }) }),
    ],
    [
      'stream: { type: kinesis, arn: arn:aws:kinesis:eu-west-1:1:stream/s }',
      record({ eventSourceARN: 'arn:aws:kinesis:eu-west-1:1:stream/s' }),
    ],
    [
      'stream: arn:aws:dynamodb:eu-west-1:1:table/t/stream/1',
      record({ eventSource: 'aws:dynamodb', eventSourceARN: 'arn:aws:dynamodb:eu-west-1:1:table/t/stream/1' }),
    ],
    ['s3: uploads', record({ s3: expect.objectContaining({ bucket: expect.objectContaining({ name: 'uploads' }) }) })],
    [
      's3: { bucket: b, event: "s3:ObjectRemoved:*", rules: [{ prefix: in/ }, { suffix: .jpg }] }',
      record({
        eventName: 'ObjectRemoved:Put',
        s3: expect.objectContaining({ object: expect.objectContaining({ key: 'in/object.jpg' }) }),
      }),
    ],
    ['schedule: rate(1 hour)', { 'detail-type': 'Scheduled Event' }],
    ['schedule: { rate: rate(1 hour), input: { a: 1 } }', { a: 1 }],
    ['schedule: { rate: rate(1 hour), input: \'{"a": 1}\' }', { a: 1 }],
    [
      'eventBridge: { eventBus: bus, pattern: { source: [shop], detail-type: [ordered], detail: { state: [{ prefix: new }], total: [{ numeric: [">", 5] }] } } }',
      { source: 'shop', 'detail-type': 'ordered', detail: { state: 'new' } },
    ],
    [
      'cloudwatchEvent: { event: { source: [aws.ec2], detail: { state: [pending] } } }',
      { source: 'aws.ec2', detail: { state: 'pending' } },
    ],
    ['cloudwatchLog: /aws/lambda/a', { awslogs: { data: expect.any(String) } }],
    ['cognitoUserPool: { pool: p, trigger: PreSignUp }', { triggerSource: 'PreSignUp_SignUp' }],
    [
      'cloudFront: { eventType: origin-request, origin: x }',
      record({ cf: expect.objectContaining({ config: expect.objectContaining({ eventType: 'origin-request' }) }) }),
    ],
    [
      'kafka: { topic: t, bootstrapServers: [a] }',
      { eventSource: 'SelfManagedKafka', records: { 't-0': expect.any(Array) } },
    ],
    [
      'rabbitmq: { queue: q, arn: arn:aws:mq:eu-west-1:1:broker:b }',
      { rmqMessagesByQueue: { 'q::/': expect.any(Array) } },
    ],
    ['alexaSkill: x, schedule: rate(1 day)', { 'detail-type': 'Scheduled Event' }],
  ])('%s', async (events, event) => {
    const written = events.startsWith('alexaSkill') ? '{ alexaSkill: x }, { schedule: rate(1 day) }' : `{ ${events} }`;
    expect(await eventOf('true', written)).toMatchObject(event as object);
  });

  test('a function URL', async () => {
    expect(await eventOf('true', undefined, 'url')).toMatchObject({
      routeKey: '$default',
      requestContext: { accountId: 'anonymous' },
    });
  });

  test('of several the first, or the one that is named', async () => {
    expect(await eventOf('true', undefined, 'several')).toMatchObject({ routeKey: 'GET /orders/{id}' });
    expect(await eventOf('{ type: sqs }', undefined, 'several')).toEqual(
      record({ eventSourceARN: expect.stringContaining(':first') }),
    );
    expect(await eventOf('{ type: sqs, number: 2 }', undefined, 'several')).toEqual(
      record({ eventSourceARN: expect.stringContaining(':second') }),
    );
  });

  test('with what the case sets itself', async () => {
    const source = '{ with: { path: /orders/7, body: { a: 1 } } }';
    expect(await eventOf(source, undefined, 'several')).toMatchObject({
      routeKey: 'GET /orders/{id}',
      rawPath: '/orders/7',
      pathParameters: { id: '7' },
      body: '{"a":1}',
    });
  });
});

describe('event-source is refused', () => {
  test.each([
    [
      'true',
      'none',
      'The function none has no event in its configuration that there is a sample of.',
      'Name a sample: `event: sqs`. `invoke-local event` lists them.',
    ],
    ['{ type: sqz }', 'several', 'The function several has no event of the type sqz.', 'Did you mean sqs?'],
    [
      '{ type: s3bucket }',
      'several',
      'The function several has no event of the type s3bucket.',
      'It has httpApi, sqs, sqs.',
    ],
    [
      '{ type: sqs, number: 3 }',
      'several',
      'The function several has 2 such events, and number 3 was asked for.',
      'It has httpApi, sqs, sqs.',
    ],
  ])('as %s of the function %s', async (source, name, message, hint) => {
    expect(await refusalOf(eventOf(source, undefined, name))).toMatchObject({
      message,
      hint,
      location: { line: 1, column: expect.any(Number) },
    });
  });
});
