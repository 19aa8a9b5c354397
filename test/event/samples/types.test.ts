import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sampleEvent, samples } from '../../../src/event/samples/samples.js';
import { repositoryRoot } from '../../paths.js';

const typescript = createRequire(import.meta.url)('typescript-5') as typeof import('typescript-5');

/** The type of each sample, by what `@types/aws-lambda` calls it. */
const types: Readonly<Record<string, string>> = {
  'apigateway-rest': 'APIGatewayProxyEvent',
  'apigateway-http': 'APIGatewayProxyEventV2',
  'function-url': 'LambdaFunctionURLEvent',
  alb: 'ALBEvent',
  'authorizer-request':
    "Omit<APIGatewayRequestAuthorizerEvent, 'requestContext'> & { requestContext: Omit<APIGatewayRequestAuthorizerEvent['requestContext'], 'authorizer'> }",
  'authorizer-token': 'APIGatewayTokenAuthorizerEvent',
  'authorizer-http': 'APIGatewayRequestAuthorizerEventV2',
  'apigateway-websocket': 'APIGatewayProxyWebsocketEventV2',
  sqs: 'SQSEvent',
  sns: 'SNSEvent',
  kinesis: 'KinesisStreamEvent',
  firehose: 'FirehoseTransformationEvent',
  'kafka-msk': 'MSKEvent',
  'kafka-self-managed': 'SelfManagedKafkaEvent',
  s3: 'S3Event',
  dynamodb: 'DynamoDBStreamEvent',
  's3-batch': 'S3BatchEvent',
  eventbridge: 'EventBridgeEvent<string, {}>',
  schedule: 'ScheduledEvent',
  'cloudwatch-logs': 'CloudWatchLogsEvent',
  iot: 'IoTEvent<{ temperature: number; deviceId: string }>',
  ses: 'SESEvent',
  codepipeline: 'CodePipelineEvent',
  'secretsmanager-rotation': 'SecretsManagerRotationEvent',
  cloudformation: 'CloudFormationCustomResourceEvent',
  'cognito-pre-signup': 'PreSignUpTriggerEvent',
  'cognito-post-confirmation': 'PostConfirmationTriggerEvent',
  'cognito-pre-authentication': 'PreAuthenticationTriggerEvent',
  'cognito-post-authentication': 'PostAuthenticationTriggerEvent',
  'cognito-pre-token-generation': 'PreTokenGenerationTriggerEvent',
  'cognito-pre-token-generation-v2': 'PreTokenGenerationV2TriggerEvent',
  'cognito-custom-message': 'CustomMessageTriggerEvent',
  'cognito-define-auth-challenge': 'DefineAuthChallengeTriggerEvent',
  'cognito-create-auth-challenge': 'CreateAuthChallengeTriggerEvent',
  'cognito-verify-auth-challenge': 'VerifyAuthChallengeResponseTriggerEvent',
  'cognito-user-migration': 'UserMigrationTriggerEvent',
  'cognito-custom-email-sender': 'CustomEmailSenderTriggerEvent',
  'cognito-custom-sms-sender': 'CustomSMSSenderTriggerEvent',
  'cloudfront-viewer-request': 'CloudFrontRequestEvent',
  'cloudfront-origin-request': 'CloudFrontRequestEvent',
  'cloudfront-origin-response': 'CloudFrontResponseEvent',
  'cloudfront-viewer-response': 'CloudFrontResponseEvent',
  appsync: 'AppSyncResolverEvent<{}>',
  'appsync-authorizer': 'AppSyncAuthorizerEvent',
  connect: 'ConnectContactFlowEvent',
  lex: 'LexV2Event',
  'lex-v1': 'LexEvent',
};

/** The samples that the package has no type for. */
const untyped = ['mq-activemq', 'mq-rabbitmq', 'config', 'step-functions'];

/** What is given to each sample beside nothing: its members must stay of their type. */
const given: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'apigateway-rest': { method: 'post', route: '/orders/{id}', query: { a: [1, 2] }, body: { id: 1 } },
  'apigateway-http': { route: '/orders/{id}', query: { a: 1 }, cookies: ['a=1'], body: { id: 1 } },
  'function-url': { path: '/a', body: 'text', isBase64Encoded: true },
  alb: { method: 'PUT', path: '/a', query: { a: 1 }, body: [] },
  'authorizer-http': { route: '/orders/{id}', query: { a: 1 } },
  'apigateway-websocket': { route: '$connect' },
  sqs: { records: [{ body: { id: 1 } }, { body: 'text', queue: 'orders' }] },
  sns: { message: { id: 1 }, topic: 'orders' },
  kinesis: { data: { id: 1 }, stream: 'orders' },
  'kafka-msk': { value: { id: 1 }, headers: { a: 'b' }, topic: 'orders', partition: 3 },
  s3: { bucket: 'uploads', key: 'a folder/ü.json', size: 5 },
  dynamodb: { newImage: { id: 1, tags: ['a'], nested: { ok: true, none: null } }, table: 'orders' },
  eventbridge: { detail: { id: 1 }, detailType: 'ordered' },
  ses: { subject: 'Hello', from: 'a@example.com', to: ['b@example.com'] },
  codepipeline: { userParameters: { id: 1 } },
  'cloudfront-viewer-request': { path: '/a', headers: { 'X-A': 'b' }, body: { id: 1 } },
  lex: { intent: 'Order', slots: { size: 'large' } },
};

test('each sample is of its type, as it is and with members set', () => {
  expect([...Object.keys(types), ...untyped].toSorted()).toEqual(samples.map(({ name }) => name).toSorted());
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  const file = join(folder, 'samples.ts');
  const names = [
    ...new Set(Object.values(types).flatMap((type) => type.match(/\b[A-Z]\w+(?:Event|EventV2)\b/g) ?? [])),
  ];
  const constants = Object.entries(types).flatMap(([name, type], index) => [
    `export const plain${index}: ${type} = ${sampleEvent(name)};`,
    `export const set${index}: ${type} = ${sampleEvent(name, given[name])};`,
  ]);
  writeFileSync(file, `import type { ${names.join(', ')} } from 'aws-lambda';\n${constants.join('\n')}\n`);
  const program = typescript.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.NodeNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeNext,
    paths: { 'aws-lambda': [join(repositoryRoot, 'node_modules', '@types', 'aws-lambda', 'index.d.ts')] },
  });
  const problems = typescript.getPreEmitDiagnostics(program).map(({ messageText, start = 0, file: source }) => {
    const line = source?.text.slice(0, start).split('\n').length ?? 0;
    const sample = Object.keys(types)[Math.floor((line - 2) / 2)];
    return `${sample}: ${typescript.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(problems).toEqual([]);
});
