import { describe, expect, test } from '@jest/globals';
import { callingFrames } from '../../src/lambda/java/calling-frames.js';

const getItem = { serviceId: 'DynamoDB', operation: 'GetItem' };

/** The end of each thread that runs a handler. */
const runtime = [
  'com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader$2.call(EventHandlerLoader.java:604)',
  'com.amazonaws.services.lambda.runtime.api.client.AWSLambda.main(AWSLambda.java:224)',
];

/** As `jstack` writes a thread of Java 17. */
function thread(name: string, ...frames: string[]): string {
  const head = `"${name}" #1 prio=5 os_prio=0 cpu=1064.34ms elapsed=3.10s tid=0x00007f281c018280 nid=0x56a2 runnable  [0x00007f28229fb000]`;
  const lines = frames.map((frame) => `\tat ${frame}\n\t- locked <0x00000000c5a0b0e8> (a java.lang.Object)`);
  return [head, '   java.lang.Thread.State: RUNNABLE', ...lines, ''].join('\n');
}

function dump(...threads: string[]): string {
  return [
    '2026-01-01 12:00:00',
    'Full thread dump OpenJDK 64-Bit Server VM (17.0.15 mixed mode):',
    '',
    ...threads,
  ].join('\n');
}

const read = 'sun.nio.ch.NioSocketImpl.read(java.base@17.0.15/NioSocketImpl.java:355)';
const join = 'java.util.concurrent.CompletableFuture.join(java.base@17.0.15/CompletableFuture.java:2117)';
const park = 'jdk.internal.misc.Unsafe.park(java.base@17.0.15/Native Method)';
const clientOf = (service: string, name: string, method: string): string =>
  `software.amazon.awssdk.services.${service}.Default${name}Client.${method}(Default${name}Client.java:38)`;

describe('the threads of a JVM that wait for the answer to a call', () => {
  test('are those inside of the client of its service and operation', () => {
    const other = thread('other', read, clientOf('dynamodb', 'DynamoDb', 'putItem'), 'shop.Other.run(Other.java:7)');
    const elsewhere = thread('elsewhere', read, clientOf('dax', 'Dax', 'getItem'), 'shop.Cache.run(Cache.java:3)');
    const main = thread(
      'main',
      read,
      'software.amazon.awssdk.awscore.client.handler.AwsSyncClientHandler.execute(AwsSyncClientHandler.java:53)',
      clientOf('dynamodb', 'DynamoDb', 'getItem'),
      'software.amazon.awssdk.services.dynamodb.DynamoDbClient.getItem(DynamoDbClient.java:1)',
      'shop.Orders$$Lambda$12/0x00007f27d1275420.apply(Unknown Source)',
      'shop.Orders.find(Orders.java:12)',
      ...runtime,
    );
    expect(callingFrames(dump(other, elsewhere, main), getItem)).toEqual([
      [
        '    at software.amazon.awssdk.services.dynamodb.DynamoDbClient.getItem(DynamoDbClient.java:1)',
        '    at shop.Orders$$Lambda$12/0x00007f27d1275420.apply(Unknown Source)',
        '    at shop.Orders.find(Orders.java:12)',
        ...runtime.map((frame) => `    at ${frame}`),
      ],
    ]);
  });

  test.each([
    ['Cognito Identity Provider', 'AdminGetUser', 'cognitoidentityprovider', 'CognitoIdentityProvider', 'adminGetUser'],
    ['DynamoDB Streams', 'GetRecords', 'dynamodb.streams', 'DynamoDbStreams', 'getRecords'],
    ['S3', 'ListObjectsV2', 's3', 'S3', 'listObjectsV2'],
    ['SESv2', 'SendEmail', 'sesv2', 'SesV2', 'sendEmail'],
    ['SFN', 'StartExecution', 'sfn', 'SfnAsync', 'startExecution'],
  ])('of %s by its names in the SDK', (serviceId, operation, service, name, method) => {
    const text = dump(thread('main', read, clientOf(service, name, method), 'shop.App.run(App.java:5)'));
    expect(callingFrames(text, { serviceId, operation })).toEqual([['    at shop.App.run(App.java:5)']]);
    expect(callingFrames(text, { serviceId: 'IoT', operation })).toEqual([]);
  });

  test('are those of a client of version 1, too', () => {
    const client = 'com.amazonaws.services.dynamodbv2.AmazonDynamoDBClient.getItem(AmazonDynamoDBClient.java:1)';
    const text = dump(thread('main', read, client, 'shop.App.run(App.java:5)'));
    expect(callingFrames(text, getItem)).toEqual([['    at shop.App.run(App.java:5)']]);
  });

  test('are all that there are', () => {
    const client = clientOf('dynamodb', 'DynamoDb', 'getItem');
    const text = dump(
      thread('pool-1', read, client, 'shop.App.left(App.java:5)'),
      thread('main', park, join, 'shop.App.both(App.java:9)', ...runtime),
      thread('pool-2', read, client, 'shop.App.right(App.java:6)'),
    );
    expect(callingFrames(text, getItem)).toEqual([
      ['    at shop.App.left(App.java:5)'],
      ['    at shop.App.right(App.java:6)'],
    ]);
  });

  test('are that of the handler, where it waits for a future of a client that does not wait itself', () => {
    const text = dump(
      thread('pool-1', park, join, 'shop.Background.run(Background.java:3)'),
      thread('main', park, join, 'shop.App.handleRequest(App.java:9)', ...runtime),
    );
    expect(callingFrames(text, getItem).map(([first]) => first)).toEqual(['    at shop.App.handleRequest(App.java:9)']);
  });

  test.each(['', 'no dump', '\n\n\n', '"main"\n\tat (\n\tat x\n'])('are none in %j', (text) => {
    expect(callingFrames(text, getItem)).toEqual([]);
  });
});
