import { describe, expect, test } from '@jest/globals';
import type { FunctionPermissions } from '../../src/lambda/function/function-permissions.js';
import { openFiles } from './open-folder.js';
import { openTemplate, samTemplate } from './templates/open-template.js';

async function permissionsOf(service: { load(name: string, overridden: 'all'): Promise<unknown> }, name = 'f') {
  const fn = (await service.load(name, 'all')) as { permissions?(): Promise<FunctionPermissions> };
  const permissions = await fn.permissions?.();
  if (permissions === undefined) throw new Error(`${name} has no permissions`);
  return permissions;
}

/** Statements with the line and column of their place. */
const placed = ({ statements }: FunctionPermissions) =>
  statements.map(({ value, location }) => [
    value['Action'],
    value['Resource'],
    `${location?.line}:${location?.column}`,
  ]);

const head = 'service: svc\nprovider:\n  name: aws\n  runtime: nodejs22.x\n';

describe('statements of a Serverless service', () => {
  test('have the place where they are written, also in another file', async () => {
    const service = await openFiles({
      'serverless.yml': `${head}  iam:
    role:
      statements:
        - Effect: Allow
          Action: s3:GetObject
          Resource: '*'
        - \${file(statement.yml)}
functions: {f: {handler: h.e}}
`,
      'statement.yml': '# One.\nEffect: Allow\nAction: sqs:SendMessage\nResource: !GetAtt Queue.Arn\n',
    });
    const permissions = await permissionsOf(service);
    expect(placed(permissions).slice(2)).toEqual([
      ['s3:GetObject', '*', '8:11'],
      ['sqs:SendMessage', '${Queue.Arn}', '2:1'],
    ]);
    expect(permissions.statements.at(-1)?.location?.file).toMatch(/statement\.yml$/);
  });

  test('name resources whose names only a deploy knows by their logical ids, and those that are known by their names', async () => {
    const service = await openFiles(`${head}  iam:
    role:
      statements:
        - {Effect: Allow, Action: a:A, Resource: [!GetAtt Table.Arn, !Sub '\${Table.Arn}/index/*', !Ref Topic, !GetAtt Named.Arn]}
        - {Effect: Allow, Action: a:B, Resource: [!ImportValue other-table, !GetAtt Pool.Arn, !Sub 'arn:aws:s3:::\${Bucket}/*']}
        - {Effect: Allow, Action: a:C, Resource: !If [IsProd, a, b]}
  environment: {TABLE: !Ref Table, QUEUE: !Ref Queue}
functions: {f: {handler: h.e}}
resources:
  Conditions: {IsProd: !Equals ['\${sls:stage}', prod]}
  Resources:
    Table: {Type: AWS::DynamoDB::Table}
    Topic: {Type: AWS::SNS::Topic}
    Queue: {Type: AWS::SQS::Queue}
    Named: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
    Pool: {Type: AWS::Cognito::UserPool}
    Bucket: {Type: AWS::S3::Bucket}
`);
    const { statements, environment } = await permissionsOf(service);
    const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/${Table}';
    expect(statements.slice(2).map(({ value }) => value['Resource'])).toEqual([
      [
        table,
        `${table}/index/*`,
        'arn:aws:sns:us-east-1:123456789012:${Topic}',
        'arn:aws:sqs:us-east-1:123456789012:jobs',
      ],
      [
        '${import other-table}',
        'arn:aws:cognito-idp:us-east-1:123456789012:userpool/${Pool}',
        'arn:aws:s3:::${Bucket}/*',
      ],
      'b',
    ]);
    expect(environment).toEqual({
      TABLE: '${Table}',
      QUEUE: 'https://sqs.us-east-1.amazonaws.com/123456789012/${Queue}',
    });
  });

  test('have the names that the caller answers', async () => {
    const text = `${head}  iam: {role: {statements: [{Effect: Allow, Action: a:A, Resource: !GetAtt Table.Arn}]}}
functions: {f: {handler: h.e}}
resources: {Resources: {Table: {Type: AWS::DynamoDB::Table}}}
`;
    const service = await openFiles(text, { variables: { 'ref:Table': 'orders', 'aws:accountId': '111122223333' } });
    const { statements } = await permissionsOf(service);
    expect(statements.at(-1)?.value['Resource']).toBe('arn:aws:dynamodb:us-east-1:111122223333:table/orders');
  });

  test('are not known for a role that is made elsewhere', async () => {
    const role = 'arn:aws:iam::123456789012:role/ours';
    const service = await openFiles(`${head}functions: {f: {handler: h.e, role: '${role}'}}\n`);
    const { role: found, statements } = await permissionsOf(service);
    expect(found).toMatchObject({ kind: 'elsewhere', arn: role, location: { line: 5 } });
    expect(statements).toEqual([]);
  });

  test('of version 4 are those of the function with its own, and of the provider where it inherits them', async () => {
    const service = await openFiles(`frameworkVersion: '4'
${head}  iam: {role: {mode: perFunction, statements: [{Effect: Allow, Action: a:Shared, Resource: '*'}]}}
functions:
  f: {handler: h.e, iam: {role: {statements: [{Effect: Allow, Action: a:Own, Resource: '*'}]}}}
  g: {handler: h.e, iam: {inheritStatements: false, role: {statements: [{Effect: Allow, Action: a:Own, Resource: '*'}]}}}
`);
    const own = async (name: string) =>
      (await permissionsOf(service, name)).statements.map(({ value }) => value['Action']).slice(1);
    expect(await own('f')).toEqual(['a:Shared', 'a:Own']);
    expect(await own('g')).toEqual(['a:Own']);
  });

  test('say that a setting of another function, which shares the role, could not be resolved', async () => {
    const service = await openFiles(`${head}functions:
  f: {handler: h.e}
  g: {handler: h.e, events: [{sqs: {arn: '\${ssm:/queue}'}}]}
`);
    const { gaps } = await permissionsOf(service);
    expect(gaps.map(({ message }) => message)).toEqual([expect.stringContaining('The function g has settings')]);
  });
});

describe('statements of a template', () => {
  test('have their place, and that of what SAM makes them for', async () => {
    const { service } = await openTemplate(
      samTemplate(`Bucket: {Type: AWS::S3::Bucket}
f:
  Type: AWS::Serverless::Function
  Properties:
    Handler: h.e
    Runtime: nodejs22.x
    CodeUri: .
    Policies:
      - S3ReadPolicy: {BucketName: !Ref Bucket}
      - Statement:
          - {Effect: Allow, Action: a:A, Resource: '*'}
    DeadLetterQueue:
      Type: SQS
      TargetArn: arn:aws:sqs:us-east-1:123456789012:q`),
    );
    const permissions = await permissionsOf(service);
    expect(placed(permissions).map(([, , place]) => place)).toEqual(['11:11', '13:15', '15:9']);
    expect(permissions.managedPolicies.map(({ arn }) => arn)).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ]);
  });

  test('say that a policy template is not known', async () => {
    const { service } = await openTemplate(
      samTemplate(
        'f: {Type: AWS::Serverless::Function, Properties: {Handler: h.e, Runtime: nodejs22.x, CodeUri: ., Policies: [{NewestPolicy: {A: b}}]}}',
      ),
    );
    const { gaps } = await permissionsOf(service);
    expect(gaps.map(({ message }) => message)).toEqual([
      'A policy of f names the policy template NewestPolicy, which is not known here.',
    ]);
  });
});

describe('statements of an assembly of the AWS CDK', () => {
  const stack = (name: string) => ({
    type: 'aws:cloudformation:stack',
    environment: 'aws://111111111111/eu-west-1',
    properties: { templateFile: `${name}.template.json` },
  });
  const statement = {
    Effect: 'Allow',
    Action: 'dynamodb:GetItem',
    Resource: [{ 'Fn::ImportValue': 'Data:Table' }, { 'Fn::ImportValue': 'elsewhere' }],
  };
  const files = {
    'cdk.json': '{"app":"node bin.js"}',
    'cdk.out/cdk.out': '{}',
    'cdk.out/asset.a/index.js': '',
    'cdk.out/manifest.json': JSON.stringify({
      version: '48.0.0',
      artifacts: { Data: stack('Data'), App: stack('App') },
    }),
    'cdk.out/Data.template.json': JSON.stringify({
      Resources: { Table89AB: { Type: 'AWS::DynamoDB::Table' } },
      Outputs: { Table: { Value: { 'Fn::GetAtt': ['Table89AB', 'Arn'] }, Export: { Name: 'Data:Table' } } },
    }),
    'cdk.out/App.template.json': JSON.stringify({
      Resources: {
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: { Handler: 'index.handler', Runtime: 'nodejs22.x', Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
          Metadata: { 'aws:cdk:path': 'App/Fn/Resource', 'aws:asset:path': 'asset.a', 'aws:asset:property': 'Code' },
        },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] },
        },
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
        },
      },
    }),
  };

  test('name the table of another stack, and come with the policies that are attached to the role', async () => {
    const { service } = await openTemplate(files);
    const { role, statements, managedPolicies } = await permissionsOf(service, 'App/Fn');
    expect(role).toEqual({ kind: 'made', logicalId: 'Role' });
    expect(statements.map(({ value, source }) => [source, value['Resource']])).toEqual([
      ['the policy Policy', ['arn:aws:dynamodb:eu-west-1:111111111111:table/${Table89AB}', '${import elsewhere}']],
    ]);
    expect(managedPolicies.map(({ arn }) => arn)).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ]);
  });
});
