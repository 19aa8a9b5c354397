import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interpreter } from './service.js';
import { temporaryFolder } from './temporary-folders.js';

const handler = `exports.hello = async (event) => ({ message: 'Hello, ' + event.name + '!' });\n`;

/** Writes a template of SAM with one function, `Hello`. @returns its folder */
export function writeSamProject(node: Interpreter): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'template.yaml'),
    `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 60
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: .
      Handler: handler.hello
      Runtime: ${runtimeOf(node)}
      Events:
        Hello: { Type: Api, Properties: { Path: /hello, Method: get } }
Outputs:
  Url:
    Value: !Sub https://\${ServerlessRestApi}.execute-api.\${AWS::Region}.amazonaws.com/Prod/hello/
`,
  );
  writeFileSync(join(folder, 'handler.js'), handler);
  return folder;
}

const hash = 'c0de'.repeat(16);

/**
 * Writes the assembly of a stack of so many functions with their roles and policies, `Shop/F0` and on, as `cdk synth` writes
 * it. @returns its folder
 */
export function writeAssembly(node: Interpreter, functionCount: number): string {
  const folder = temporaryFolder();
  const output = join(folder, 'cdk.out');
  const asset = `asset.${hash}`;
  mkdirSync(join(output, asset), { recursive: true });
  const write = (name: string, value: object): void =>
    writeFileSync(join(output, name), JSON.stringify(value, undefined, 1));
  const indices = Array.from({ length: functionCount }, (_, index) => index);
  const paths = indices.flatMap((index) =>
    ['Resource', 'ServiceRole/Resource', 'ServiceRole/DefaultPolicy/Resource'].map((end) => `/Shop/F${index}/${end}`),
  );
  writeFileSync(join(folder, 'cdk.json'), '{"app":"node app.js"}\n');
  writeFileSync(join(output, asset, 'handler.js'), handler);
  write('cdk.out', { version: '48.0.0' });
  write('manifest.json', {
    version: '48.0.0',
    artifacts: {
      'Shop.assets': { type: 'cdk:asset-manifest', properties: { file: 'Shop.assets.json' } },
      Shop: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'Shop.template.json' },
        additionalMetadataFile: 'Shop.metadata.json',
      },
    },
  });
  write('Shop.assets.json', {
    version: '48.0.0',
    files: { [hash]: { source: { path: asset, packaging: 'zip' }, destinations: { here: destination } } },
  });
  write('Shop.metadata.json', Object.fromEntries(paths.map((path) => [path, constructMetadata(path)])));
  write('Shop.template.json', {
    Resources: Object.assign(
      { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } } },
      ...indices.map((index) => resourcesOf(index, runtimeOf(node), asset)),
    ),
  });
  return folder;
}

const destination = { bucketName: 'assets', objectKey: `${hash}.zip` };

function constructMetadata(path: string): readonly object[] {
  const frames = ['...new Function2 in aws-cdk-lib...', '<anonymous> (app.js:6:42)', '...node internals...'];
  return [
    { type: 'aws:cdk:logicalId', data: path.replaceAll('/', '') },
    { type: 'aws:cdk:creationStack', data: frames },
  ];
}

function resourcesOf(index: number, Runtime: string, asset: string): Readonly<Record<string, object>> {
  const name = `F${index}`;
  const metadata = (end: string): object => ({ 'aws:cdk:path': `Shop/${name}/${end}` });
  const tableActions = ['BatchGetItem', 'Query', 'GetItem', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem'];
  return {
    [`${name}ServiceRole`]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: statement('sts:AssumeRole', { Principal: { Service: 'lambda.amazonaws.com' } }),
        ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]] }],
      },
      Metadata: metadata('ServiceRole/Resource'),
    },
    [`${name}ServiceRoleDefaultPolicy`]: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyDocument: statement(
          tableActions.map((action) => `dynamodb:${action}`),
          { Resource: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] },
        ),
        PolicyName: `${name}ServiceRoleDefaultPolicy`,
        Roles: [{ Ref: `${name}ServiceRole` }],
      },
      Metadata: metadata('ServiceRole/DefaultPolicy/Resource'),
    },
    [name]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: { 'Fn::Sub': destination.bucketName }, S3Key: destination.objectKey },
        Environment: { Variables: { TABLE: { Ref: 'Table' }, INDEX: String(index) } },
        Handler: 'handler.hello',
        MemorySize: 256,
        Role: { 'Fn::GetAtt': [`${name}ServiceRole`, 'Arn'] },
        Runtime,
        Timeout: 60,
      },
      DependsOn: [`${name}ServiceRoleDefaultPolicy`, `${name}ServiceRole`],
      Metadata: {
        ...metadata('Resource'),
        'aws:asset:path': asset,
        'aws:asset:is-bundled': false,
        'aws:asset:property': 'Code',
      },
    },
  };
}

function statement(Action: string | readonly string[], more: object): object {
  return { Statement: [{ Action, Effect: 'Allow', ...more }], Version: '2012-10-17' };
}

function runtimeOf({ version }: Interpreter): string {
  return `nodejs${version.split('.')[0]}.x`;
}
