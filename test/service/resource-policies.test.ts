import { describe, expect, test } from '@jest/globals';
import type { FunctionPermissions } from '../../src/lambda/function/function-permissions.js';
import { type Judge, judgeCall } from '../../src/permissions/audit/judge-call.js';
import { openJudge } from '../../src/permissions/audit/open-judge.js';
import type { Call } from '../../src/permissions/requirements/call.js';
import { openFiles } from './open-folder.js';
import { openTemplate, samTemplate } from './templates/open-template.js';

const account = '123456789012';
const region = 'us-east-1';

const environment: Readonly<Record<string, string>> = {
  BUCKET: 'photos',
  OPEN: 'shared',
  QUEUE: `https://sqs.${region}.amazonaws.com/${account}/jobs`,
  TOPIC: `arn:aws:sns:${region}:${account}:news`,
  TABLE: 'orders',
  KEY: '11111111-1111-1111-1111-111111111111',
  OTHER_KEY: '22222222-2222-2222-2222-222222222222',
  ROLE: 'closed',
  TRUSTED: 'trusted',
};

/** Judges the calls of the function `f` of a service. */
async function judgeOf(open: () => Promise<FunctionPermissions>, names = environment): Promise<Judge> {
  const permissions = await open();
  return openJudge({ permissions, environment: names, functionName: 'f', region, account, isAccountKnown: true });
}

const key = (id = ''): string => `arn:aws:kms:${region}:${account}:key/${id}`;

const resources = `
  Photos: {Type: AWS::S3::Bucket}
  PhotosPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Photos
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Deny, Principal: '*', Action: 's3:*', Resource: !Sub '\${Photos.Arn}/*', Condition: {Bool: {'aws:SecureTransport': 'false'}}}
          - {Effect: Deny, Principal: '*', Action: 's3:PutObject', Resource: !Sub '\${Photos.Arn}/*', Condition: {StringNotEquals: {'s3:x-amz-server-side-encryption': 'aws:kms'}}}
          - {Effect: Deny, Principal: {AWS: !GetAtt ROLE.Arn}, Action: 's3:DeleteObject', Resource: !Sub '\${Photos.Arn}/*'}
          - {Effect: Deny, Principal: '*', Action: 's3:GetObjectTagging', Resource: !Sub '\${Photos.Arn}/*', Condition: {StringNotEquals: {'aws:SourceVpce': vpce-1}}}
  Shared: {Type: AWS::S3::Bucket}
  SharedPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Shared
      PolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {AWS: [!GetAtt ROLE.Arn]}, Action: 's3:GetObject', Resource: !Sub '\${Shared.Arn}/*'}
          - {Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 's3:PutObject', Resource: !Sub '\${Shared.Arn}/*'}
          - {Effect: Allow, Principal: {AWS: !GetAtt Closed.Arn}, Action: 's3:DeleteObject', Resource: !Sub '\${Shared.Arn}/*'}
          - {Effect: Allow, Principal: {AWS: 'arn:aws:iam::${account}:role/somebody'}, Action: 's3:GetObjectTagging', Resource: !Sub '\${Shared.Arn}/*'}
          - {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 's3:GetObjectAcl', Resource: !Sub '\${Shared.Arn}/*'}
  Jobs: {Type: AWS::SQS::Queue}
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument: {Version: '2012-10-17', Statement: {Effect: Deny, Principal: '*', NotAction: 'sqs:ReceiveMessage', Resource: '*'}}
  News: {Type: AWS::SNS::Topic}
  NewsPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref News]
      PolicyDocument: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: {AWS: '*'}, Action: 'sns:Publish', Resource: !Ref News}}
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      ResourcePolicy: {PolicyDocument: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: {AWS: !GetAtt ROLE.Arn}, Action: 'dynamodb:Query', Resource: '*'}}}
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}]}
  OtherKey:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: !GetAtt Closed.Arn}, Action: 'kms:*', Resource: '*'}]}
  Closed:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole'}}
  Trusted:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: {AWS: !GetAtt ROLE.Arn}, Action: 'sts:AssumeRole'}}
`;

const variables =
  '{BUCKET: !Ref Photos, OPEN: !Ref Shared, QUEUE: !Ref Jobs, TOPIC: !Ref News, TABLE: !Ref Orders, KEY: !Ref Key, OTHER_KEY: !Ref OtherKey, ROLE: !Ref Closed, TRUSTED: !Ref Trusted}';

const statements = `
            - {Effect: Allow, Action: 's3:*', Resource: [!GetAtt Photos.Arn, !Sub '\${Photos.Arn}/*']}
            - {Effect: Allow, Action: ['sqs:*', 'kms:*'], Resource: '*'}
            - {Effect: Allow, Action: ['sts:AssumeRole', 'iam:PassRole'], Resource: !GetAtt Closed.Arn}`;

const formats: readonly [string, () => Promise<FunctionPermissions>][] = [
  [
    'SAM',
    async () => {
      const template = samTemplate(`  F:
    Type: AWS::Serverless::Function
    Properties:
      Handler: f.handler
      Runtime: nodejs22.x
      CodeUri: .
      Environment: {Variables: ${variables}}
      Policies:
        - Statement:${statements}
${resources.replaceAll('ROLE.Arn', 'FRole.Arn')}`);
      return permissionsOf((await openTemplate(template)).service, 'F');
    },
  ],
  [
    'a Serverless service',
    async () => {
      const text = `service: svc
provider:
  name: aws
  runtime: nodejs22.x
  environment: ${variables}
  iam:
    role:
      statements:${statements}
functions: {F: {handler: f.handler}}
resources:
  Resources:${resources.replaceAll('\n', '\n  ').replaceAll('ROLE.Arn', 'IamRoleLambdaExecution.Arn')}`;
      return permissionsOf(await openFiles(text), 'F');
    },
  ],
];

async function permissionsOf(service: { load(name: string, overridden: 'all'): Promise<unknown> }, name: string) {
  const fn = (await service.load(name, 'all')) as { permissions?(): Promise<FunctionPermissions> };
  const permissions = await fn.permissions?.();
  if (permissions === undefined) throw new Error(`${name} has no permissions`);
  return permissions;
}

function call(asked: string, members: Call['members']): Call {
  const [iamPrefix = '', operation = ''] = asked.split(':');
  return { service: iamPrefix, iamPrefix, operation, region, account, resources: [], members };
}

const object = { Bucket: 'photos', Key: 'a.png' };
const openObject = { Bucket: 'shared', Key: 'a.png' };
const queue = { QueueUrl: environment['QUEUE'] ?? '', MessageBody: '{}' };

describe.each(formats)('the policies of the resources of %s', (_format, open) => {
  test.each<[string, Call['members'], string]>([
    ['s3:GetObject', object, 'allowed'],
    ['s3:PutObject', object, 'denied: explicit resource'],
    ['s3:PutObject', { ...object, ServerSideEncryption: 'aws:kms' }, 'allowed'],
    ['s3:DeleteObject', object, 'denied: explicit resource'],
    ['s3:GetObjectTagging', object, 'unknown'],
    ['s3:GetObject', openObject, 'allowed'],
    ['s3:PutObject', openObject, 'denied: implicit identity'],
    ['s3:DeleteObject', openObject, 'denied: implicit identity'],
    ['s3:GetObjectTagging', openObject, 'unknown'],
    ['s3:GetObjectAcl', openObject, 'denied: implicit identity'],
    ['s3:GetObject', { Bucket: 'others', Key: 'a.png' }, 'denied: implicit identity'],
    ['sqs:SendMessage', queue, 'denied: explicit resource'],
    ['sqs:ReceiveMessage', queue, 'allowed'],
    ['sqs:SendMessage', { ...queue, QueueUrl: `${queue.QueueUrl}-too` }, 'allowed'],
    ['sqs:SendMessage', { ...queue, QueueUrl: queue.QueueUrl.replace(account, '999999999999') }, 'unknown'],
    ['sns:Publish', { TopicArn: environment['TOPIC'] ?? '', Message: '' }, 'allowed'],
    ['sns:Publish', { TopicArn: `${environment['TOPIC']}-too`, Message: '' }, 'denied: implicit identity'],
    ['dynamodb:Query', { TableName: 'orders' }, 'allowed'],
    ['dynamodb:GetItem', { TableName: 'orders', Key: {} }, 'denied: implicit identity'],
    ['kms:Encrypt', { KeyId: key(environment['KEY']), Plaintext: '' }, 'allowed'],
    ['kms:Encrypt', { KeyId: key(environment['OTHER_KEY']), Plaintext: '' }, 'denied: implicit resource'],
    ['kms:Encrypt', { KeyId: key('33333333-3333-3333-3333-333333333333'), Plaintext: '' }, 'allowed'],
    ['sts:AssumeRole', { RoleArn: `arn:aws:iam::${account}:role/closed` }, 'denied: implicit resource'],
    ['sts:AssumeRole', { RoleArn: `arn:aws:iam::${account}:role/trusted` }, 'allowed'],
  ])('decide on %s of %j: %s', async (asked, members, expected) => {
    const judge = await judgeOf(open);
    const found = judgeCall(call(asked, members), judge);
    const word = found.kind === 'denied' ? `denied: ${found.verdict.cause} ${found.verdict.policy}` : found.kind;
    expect(word).toBe(expected);
  });

  test('decide nothing of which is known whose they are, where only a deploy knows it', async () => {
    const judge = await judgeOf(open, {});
    const kindOf = (asked: string, members: Call['members']) => judgeCall(call(asked, members), judge).kind;
    expect(kindOf('kms:Encrypt', { KeyId: key(environment['KEY']), Plaintext: '' })).toBe('unknown');
    expect(kindOf('s3:GetObject', openObject)).toBe('unknown');
  });
});

test('what a role may do in another account is not known', async () => {
  const open = formats[0]?.[1];
  if (open === undefined) throw new Error('There is no format.');
  const judge = await judgeOf(open);
  const found = judgeCall(
    call('sqs:SendMessage', { QueueUrl: `https://sqs.${region}.amazonaws.com/999999999999/jobs`, MessageBody: '' }),
    judge,
  );
  expect(found).toMatchObject({
    kind: 'unknown',
    reasons: [expect.stringContaining('is of the account 999999999999, where its own policy has to allow it, too')],
  });
});
