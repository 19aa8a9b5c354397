import { expect, test } from '@jest/globals';
import { openTemplate, samTemplate } from './open-template.js';

const fn = 'F: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, Code: app}}';
const serverless = (events: string) =>
  `F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: app, Events: ${events}}}`;
const notified =
  'NotificationConfiguration: {LambdaConfigurations: [{Event: "s3:ObjectRemoved:*", Function: !GetAtt F.Arn';

/** For each resource that sends events to the function: the type of the trigger, its sample, and what is known of it. */
const cases: readonly (readonly [resources: string, type: string, sample: string, given?: object])[] = [
  [
    `${fn}
Q: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt Q.Arn}}`,
    'SQS',
    'sqs',
    { eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:jobs' },
  ],
  [
    `${fn}
S: {Type: AWS::Kinesis::Stream, Properties: {}}
V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref F}}
A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F, FunctionVersion: !GetAtt V.Version, Name: live}}
M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref A, EventSourceArn: !GetAtt S.Arn}}`,
    'Kinesis',
    'kinesis',
  ],
  [
    `${fn}\nM: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, EventSourceArn: "arn:aws:kafka:us-east-1:1:cluster/c/1", Topics: [t]}}`,
    'MSK',
    'kafka-msk',
    { eventSourceArn: 'arn:aws:kafka:us-east-1:1:cluster/c/1', topic: 't' },
  ],
  [
    `${fn}\nM: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, SelfManagedEventSource: {}, Topics: [t]}}`,
    'SelfManagedKafka',
    'kafka-self-managed',
    { topic: 't' },
  ],
  [
    `${fn}
B: {Type: AWS::AmazonMQ::Broker, Properties: {EngineType: RABBITMQ}}
M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt B.Arn, Queues: [q]}}`,
    'MQ',
    'mq-rabbitmq',
    { queue: 'q' },
  ],
  [
    `${fn}\nU: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref F, AuthType: NONE}}`,
    'url',
    'function-url',
  ],
  [
    `${fn}
P: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref R, ParentId: !GetAtt R.RootResourceId, PathPart: orders}}
C: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref R, ParentId: !Ref P, PathPart: "{id}"}}
M: {Type: AWS::ApiGateway::Method, Properties: {HttpMethod: GET, ResourceId: !Ref C, Integration: {Uri: !Sub "arn:\${F.Arn}/invocations"}}}`,
    'Api',
    'apigateway-rest',
    { method: 'GET', route: '/orders/{id}' },
  ],
  [
    `${fn}\nR: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {paths: {/a: {post: {x-amazon-apigateway-integration: {uri: !Sub "\${F.Arn}"}}}}}}}`,
    'Api',
    'apigateway-rest',
    { method: 'POST', route: '/a' },
  ],
  [
    `${fn}
A: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET}}
I: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref A, IntegrationUri: !GetAtt F.Arn}}
R: {Type: AWS::ApiGatewayV2::Route, Properties: {RouteKey: $connect, Target: !Sub "integrations/\${I}"}}`,
    'WebSocketApi',
    'apigateway-websocket',
    { route: '$connect' },
  ],
  [
    `${fn}\nA: {Type: AWS::ApiGateway::Authorizer, Properties: {Type: TOKEN, AuthorizerUri: !Sub "arn:\${F.Arn}"}}`,
    'Authorizer',
    'authorizer-token',
  ],
  [
    `${fn}\nR: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [shop]}, Targets: [{Arn: !GetAtt F.Arn, Id: a}]}}`,
    'EventBridgeRule',
    'eventbridge',
    { source: 'shop' },
  ],
  [`${fn}\nS: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: !GetAtt F.Arn}}}`, 'ScheduleV2', 'schedule'],
  [
    `${fn}\nB: {Type: AWS::S3::Bucket, Properties: {BucketName: in, ${notified}, Filter: {S3Key: {Rules: [{Name: prefix, Value: a/}]}}}]}}}`,
    'S3',
    's3',
    { bucket: 'in', key: 'a/object', eventName: 'ObjectRemoved:Put' },
  ],
  [
    `${fn}\nS: {Type: AWS::SNS::Subscription, Properties: {Endpoint: !GetAtt F.Arn, Protocol: lambda, TopicArn: "arn:aws:sns:us-east-1:1:t"}}`,
    'SNS',
    'sns',
    { topicArn: 'arn:aws:sns:us-east-1:1:t' },
  ],
  [
    `${fn}\nL: {Type: AWS::Logs::SubscriptionFilter, Properties: {DestinationArn: !GetAtt F.Arn, LogGroupName: /a}}`,
    'CloudWatchLogs',
    'cloudwatch-logs',
    { logGroup: '/a' },
  ],
  [
    `${fn}\nU: {Type: AWS::Cognito::UserPool, Properties: {LambdaConfig: {PreSignUp: !GetAtt F.Arn}}}`,
    'Cognito',
    'cognito-pre-signup',
  ],
  [serverless('{C: {Type: Cognito, Properties: {Trigger: PostConfirmation}}}'), 'Cognito', 'cognito-post-confirmation'],
  [
    serverless('{A: {Type: HttpApi, Properties: {Method: get, Path: /a}}}'),
    'HttpApi',
    'apigateway-http',
    { method: 'GET', route: '/a' },
  ],
];

test.each(cases)('%s is a trigger of the type %s', async (resources, type, name, given = {}) => {
  const { service } = await openTemplate({ 'app/a.js': '', 'template.yaml': samTemplate(resources) });
  expect(await (await service.load('F')).triggers?.()).toEqual([{ type, event: { sample: name, given } }]);
});

test('what is for another function is none of its triggers', async () => {
  const other = fn.replace('F:', 'G:');
  const url = 'U: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref G, AuthType: NONE}}';
  const rule = 'R: {Type: AWS::Events::Rule, Properties: {Targets: [{Arn: !GetAtt G.Arn, Id: a, Input: \'{"n":1}\'}]}}';
  const { service } = await openTemplate({
    'app/a.js': '',
    'template.yaml': samTemplate([fn, other, url, rule].join('\n')),
  });
  expect(await (await service.load('F')).triggers?.()).toEqual([]);
  expect(await (await service.load('G')).triggers?.()).toEqual([
    { type: 'url', event: { sample: 'function-url', given: {} } },
    { type: 'Schedule', event: { value: { n: 1 } } },
  ]);
});
