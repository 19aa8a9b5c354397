import { expect, test } from '@jest/globals';
import type { FunctionPermissions } from '../../src/lambda/function/function-permissions.js';
import { judgeCall } from '../../src/permissions/audit/judge-call.js';
import { openJudge } from '../../src/permissions/audit/open-judge.js';
import type { Call } from '../../src/permissions/requirements/call.js';
import { openTemplate, samTemplate } from './templates/open-template.js';

const account = '123456789012';
const region = 'us-east-1';

const template = samTemplate(`
F:
  Type: AWS::Serverless::Function
  Properties:
    Handler: f.handler
    Runtime: nodejs22.x
    CodeUri: .
    Environment: {Variables: {BUCKET: !Ref Photos, PLAIN: !Ref Plain, OPEN: !Ref Open, QUEUE: !Ref Jobs, TOPIC: !Ref News, SECRET: !Ref Login}}
    Policies:
      - Statement:
          - {Effect: Allow, Action: ['s3:PutObject', 's3:GetObject', 'sqs:*', 'sns:*', 'secretsmanager:*'], Resource: '*'}
          - {Effect: Allow, Action: 'kms:*', Resource: !GetAtt OpenKey.Arn}
Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}]}}}
OpenKey: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}]}}}
Photos: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn}}]}}}
Open: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !Ref OpenKey}}]}}}
Plain: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]}}}
Jobs: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
News: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}
Login: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: !GetAtt Key.Arn}}
`);

const login = `arn:aws:secretsmanager:${region}:${account}:secret:login-abcdef`;
const environment = {
  BUCKET: 'photos',
  PLAIN: 'plain',
  OPEN: 'open',
  QUEUE: `https://sqs.${region}.amazonaws.com/${account}/jobs`,
  TOPIC: `arn:aws:sns:${region}:${account}:news`,
  SECRET: login,
};

test.each<[string, Call['members'], string]>([
  ['s3:PutObject', { Bucket: 'photos', Key: 'a' }, 'denied kms:GenerateDataKey'],
  ['s3:PutObject', { Bucket: 'photos', Key: 'a', ServerSideEncryption: 'AES256' }, 'allowed'],
  ['s3:GetObject', { Bucket: 'photos', Key: 'a' }, 'unknown'],
  ['s3:PutObject', { Bucket: 'open', Key: 'a' }, 'allowed'],
  ['s3:GetObject', { Bucket: 'open', Key: 'a' }, 'allowed'],
  ['s3:PutObject', { Bucket: 'plain', Key: 'a' }, 'allowed'],
  ['s3:PutObject', { Bucket: 'others', Key: 'a' }, 'allowed'],
  ['sqs:SendMessage', { QueueUrl: environment.QUEUE, MessageBody: '' }, 'denied kms:GenerateDataKey'],
  ['sqs:DeleteMessage', { QueueUrl: environment.QUEUE, ReceiptHandle: '' }, 'allowed'],
  ['sns:Publish', { TopicArn: environment.TOPIC, Message: '' }, 'allowed'],
  ['secretsmanager:GetSecretValue', { SecretId: login }, 'denied kms:Decrypt'],
])('a call of an encrypted resource needs its key: %s of %j is %s', async (asked, members, expected) => {
  const { service } = await openTemplate(template);
  const fn = (await service.load('F', 'all')) as { permissions?(): Promise<FunctionPermissions> };
  const permissions = await fn.permissions?.();
  if (permissions === undefined) throw new Error('There are no permissions');
  const judge = await openJudge({
    permissions,
    environment,
    functionName: 'f',
    region,
    account,
    isAccountKnown: true,
  });
  const [iamPrefix = '', operation = ''] = asked.split(':');
  const found = judgeCall({ service: iamPrefix, iamPrefix, operation, region, account, resources: [], members }, judge);
  expect(found.kind === 'denied' ? `denied ${found.requirement.action}` : found.kind).toBe(expected);
});
