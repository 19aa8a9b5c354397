import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { folderOf, openFolder } from '../service/open-folder.js';
import { openTemplate } from '../service/templates/open-template.js';
import { granted } from './granted.js';
import { osls } from './osls.js';
import { installPlugin, linkPlugin } from './plugins/installed-plugin.js';
import { recordedAnswer } from './recorded-answer.js';

const plugin = 'serverless-iam-roles-per-function';
const copies: string[] = [];

afterAll(async () => {
  await Promise.all(copies.map((folder) => rm(folder, { recursive: true, force: true })));
});

const arnOf = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;

const resources = `
resources:
  - Resources:
      Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: orders}}
      Queue: {Type: AWS::SQS::Queue}
      Topic: {Type: AWS::SNS::Topic}
      Own:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: {}
          ManagedPolicyArns: [!Ref Extra, 'arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess']
          Policies:
            - PolicyName: own
              PolicyDocument:
                Statement: {Effect: Allow, Action: 's3:*', Resource: '*'}
  - Resources:
      Extra:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          Roles: [!Ref IamRoleLambdaExecution]
          PolicyDocument: {Statement: [{Effect: Deny, Action: 's3:DeleteBucket', Resource: '*'}]}
`;

const everything = `
service: shop
provider:
  name: aws
  runtime: nodejs22.x
  region: eu-west-1
  kmsKeyArn: ${arnOf('kms', 'key/1')}
  tracing: {lambda: true}
  iam:
    role:
      permissionsBoundary: arn:aws:iam::123456789012:policy/limit
      managedPolicies: [arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess]
      statements:
        - Effect: Allow
          Action: [dynamodb:GetItem, dynamodb:Query]
          Resource: [!GetAtt Table.Arn, !Sub '\${Table.Arn}/index/*']
        - \${self:custom.queue}
custom:
  queue: {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn}
functions:
  streams:
    handler: a.b
    onError: ${arnOf('sns', 'failed')}
    destinations: {onSuccess: other, onFailure: {type: sqs, arn: !GetAtt Queue.Arn}}
    events:
      - stream: ${arnOf('dynamodb', 'table/t/stream/1')}
      - stream: {type: kinesis, arn: ${arnOf('kinesis', 'stream/k')}, consumer: ${arnOf('kinesis', 'stream/k/consumer/c:1')}}
      - stream: {arn: ${arnOf('kinesis', 'stream/l')}, destinations: {onFailure: ${arnOf('sns', 'dead')}}}
  queues:
    handler: a.b
    name: elsewhere
    vpc: {securityGroupIds: [sg-1], subnetIds: [subnet-1]}
    events:
      - sqs: {arn: !GetAtt Queue.Arn}
      - sqs: {arn: ${arnOf('sqs', 'q')}}
      - msk: {arn: ${arnOf('kafka', 'cluster/c/1')}, topic: t}
      - activemq: {arn: ${arnOf('mq', 'broker:b:b-1')}, queue: q, basicAuthArn: ${arnOf('secretsmanager', 'secret:mq')}}
  other:
    handler: a.b
    disableLogs: true
    events:
      - websocket: $connect
      - schedule: {rate: [rate(1 day)], method: scheduler}
      - kafka:
          topic: t
          bootstrapServers: [a.example:9092]
          accessConfigurations: {saslScram512Auth: ${arnOf('secretsmanager', 'secret:kafka')}, vpcSubnet: subnet-1, vpcSecurityGroup: sg-1}
  given: {handler: a.b, role: Own, tracing: PassThrough}
${resources}`;

const perFunction = `
service: shop
plugins: [${plugin}]
provider:
  name: aws
  runtime: nodejs22.x
  region: eu-west-1
  iam: {role: {statements: [{Effect: Allow, Action: s3:GetObject, Resource: '*'}], managedPolicies: [arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess]}}
custom: {${plugin}: {defaultInherit: true, iamGlobalPermissionsBoundary: arn:aws:iam::123456789012:policy/limit}}
functions:
  own:
    handler: a.b
    tracing: Active
    onError: ${arnOf('sns', 'failed')}
    iamRoleStatements: [{Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn}]
    events:
      - stream: {type: kinesis, arn: ${arnOf('kinesis', 'stream/k')}, consumer: true}
      - sqs: {arn: !GetAtt Queue.Arn}
  alone:
    handler: a.b
    iamRoleStatementsInherit: false
    iamPermissionsBoundary: arn:aws:iam::123456789012:policy/own
    vpc: {securityGroupIds: [sg-1], subnetIds: [subnet-1]}
    iamRoleStatements: [{Effect: Allow, NotAction: 'iam:*', Resource: '*'}]
  shared: {handler: a.b}
${resources}`;

const legacy = `
service: shop
provider:
  name: aws
  runtime: nodejs22.x
  region: eu-west-1
  rolePermissionsBoundary: arn:aws:iam::123456789012:policy/limit
  iamManagedPolicies: [arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess]
  iamRoleStatements: [{Effect: Allow, Action: s3:GetObject, Resource: '*'}]
  vpc: {securityGroupIds: [sg-1], subnetIds: [subnet-1]}
functions:
  f: {handler: a.b, fileSystemConfig: {arn: ${arnOf('elasticfilesystem', 'access-point/fsap-1')}, localMountPath: /mnt/a}}
${resources}
  - extensions:
      IamRoleLambdaExecution:
        Properties: {ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSQSFullAccess]}
`;

/** The template that osls makes of a service. */
async function packaged(title: string, folder: string): Promise<string> {
  const question = { name: ['roles', title], program: osls.name, folder, args: ['package', plugin] } as const;
  return recordedAnswer(question, async () => {
    await installPlugin(plugin);
    const copy = await mkdtemp(join(tmpdir(), 'invoke-local-roles-'));
    copies.push(copy);
    await cp(folder, copy, { recursive: true });
    await osls.package(copy);
    const template = await readFile(join(copy, '.serverless', 'cloudformation-template-update-stack.json'), 'utf8');
    return template.replaceAll(/\d{13}-[\d-]+T[\d:.]+Z/g, 'time-of-the-deploy');
  });
}

describe('osls deploys functions with the roles that are read here', () => {
  test.each([
    ['all that the framework adds', everything, ['streams', 'queues', 'other', 'given']],
    ['roles of functions by the plugin for them', perFunction, ['own', 'alone', 'shared']],
    ['settings of former versions, and a role that resources extend', legacy, ['f']],
  ])(
    'with %s',
    async (title, text, names) => {
      const folder = await folderOf({ 'serverless.yml': text, 'a.js': '' });
      if (text.includes(`plugins: [${plugin}]`)) await linkPlugin(folder, plugin);
      const template = JSON.parse(await packaged(title, folder));
      const compiled = await folderOf({});
      for (const resource of Object.values<{ Type: string; Properties: Record<string, unknown> }>(template.Resources)) {
        if (resource.Type === 'AWS::Lambda::Function') resource.Properties['Code'] = '.';
      }
      await writeFile(join(compiled, 'template.json'), JSON.stringify(template));
      const service = await openFolder(folder);
      const { service: theirs } = await openTemplate(
        {},
        { config: join(compiled, 'template.json'), region: 'eu-west-1', params: {} },
      );
      for (const name of names) {
        const own = await (await service.load(name, 'all')).permissions?.();
        const logicalId = `${name.charAt(0).toUpperCase()}${name.slice(1)}LambdaFunction`;
        const deployed = await (await theirs.load(logicalId, 'all')).permissions?.();
        if (own === undefined || deployed === undefined) throw new Error(`${name} has no permissions`);
        expect({ name, ...granted(own) }).toEqual({ name, ...granted(deployed) });
        expect(own.gaps).toEqual([]);
      }
    },
    240_000,
  );
});
