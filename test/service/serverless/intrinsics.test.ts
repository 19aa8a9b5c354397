import { describe, expect, test } from '@jest/globals';

import { failureOf, folderOf, head, openFiles, openFolder, placeOf, type TestOptions } from '../open-folder.js';

/** The environment of the function `f` of a service. */
async function environmentOf(text: string, options: TestOptions = {}, overridden: string[] = []): Promise<unknown> {
  return (await (await openFiles(text, options)).load('f', overridden)).environment;
}

const handlerOnly = '{handler: h.e, environment: {V: %}}';

/** A service whose function `f` has the variable `V`, written like this. */
function serviceWith(value: string, rest = ''): string {
  return `${head}functions:\n  f: ${handlerOnly.replace('%', value)}\n${rest}`;
}

const resources = `resources:
  Parameters:
    Owner: {Type: String, Default: me}
  Mappings:
    Hosts: {dev: {name: dev.example.test}, prod: {name: "\${env:NOT_SET}"}}
  Conditions:
    IsProd: !Equals ["\${sls:stage}", prod]
  Resources:
    Table:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: !Sub "\${self:service}-\${AWS::Region}-orders"
        StreamSpecification: "\${env:NOT_SET}"
    Queue: {Type: "AWS::SQS::Queue", Properties: {QueueName: "\${self:custom.queue}"}}
    Nameless: {Type: "AWS::SNS::Topic"}
    Broken: {Type: "AWS::S3::Bucket", Properties: {BucketName: "\${env:NOT_SET}"}}
custom: {queue: jobs}
`;

describe('intrinsic functions in an environment', () => {
  test.each([
    ['!Ref Table', 'svc-us-east-1-orders'],
    ['!GetAtt Table.Arn', 'arn:aws:dynamodb:us-east-1:123456789012:table/svc-us-east-1-orders'],
    ['!Ref Queue', 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs'],
    ['!Sub "${Queue.Arn}/${self:service}/${!x}"', 'arn:aws:sqs:us-east-1:123456789012:jobs/svc/${x}'],
    ['!Join [":", [!Ref Owner, !Ref "AWS::StackName"]]', 'me:svc-dev'],
    ['!FindInMap [Hosts, dev, name]', 'dev.example.test'],
    ['!If [IsProd, !Ref Broken, small]', 'small'],
    ['!If [IsProd, big, !Ref "AWS::NoValue"]', null],
    ['!Select [5, !Split [":", !GetAtt Queue.Arn]]', 'jobs'],
    ['!GetAtt FLambdaFunction.Arn', 'arn:aws:lambda:us-east-1:123456789012:function:svc-dev-f'],
    ['!Ref FLambdaFunction', 'svc-dev-f'],
    ['!Ref FLogGroup', '/aws/lambda/svc-dev-f'],
    ['!GetAtt IamRoleLambdaExecution.Arn', 'arn:aws:iam::123456789012:role/svc-dev-us-east-1-lambdaRole'],
  ])('%s is %j', async (written, expected) => {
    expect(await environmentOf(serviceWith(written, resources))).toEqual({ V: expected });
  });

  test('of another function are named after its key as the framework spells it, and have its own name', async () => {
    const text = `${head}functions:\n  f: ${handlerOnly.replace('%', '!Ref SendDashmailUnderscorenowLambdaFunction')}\n  send-mail_now: {handler: h.e, name: mailer}\n`;
    expect(await environmentOf(text)).toEqual({ V: 'mailer' });
  });

  test('see only the last of the resources of a list, with its files, and extensions of what the framework makes', async () => {
    const files = {
      'serverless.yml': serviceWith(
        '!Join [",", [!Ref A, !Ref B, !Ref FLogGroup]]',
        'resources:\n  - ${file(a.yml)}\n  - ${file(none.yml), null}\n  - Resources: {B: {Properties: {BucketName: b2}}}\n  - extensions: {FLogGroup: {Properties: {LogGroupName: own}}}\n',
      ),
      'a.yml':
        'Resources:\n  A: {Type: AWS::S3::Bucket, Properties: {BucketName: "${self:service}-a"}}\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: b1}}\n',
    };
    const service = await openFiles(files);
    expect((await service.load('f')).environment).toEqual({ V: 'svc-a,b2,own' });
  });

  test("have the account that is given as aws:accountId, and the service's own stack name", async () => {
    const text = `service: svc\nprovider: {name: aws, runtime: nodejs20.x, stackName: my-stack}\nfunctions: {f: {handler: h.e, environment: {V: !Sub "\${AWS::AccountId}/\${AWS::StackName}"}}}\n`;
    expect(await environmentOf(text, { variables: { 'aws:accountId': '210987654321' } })).toEqual({
      V: '210987654321/my-stack',
    });
  });

  test('are answered by the caller', async () => {
    const text = `${head}functions: {f: {handler: h.e, environment: {R: !Ref Nameless, I: !ImportValue net-vpc, G: !GetAtt Table.StreamArn, A: !GetAtt Nameless.TopicName}}}\n${resources}`;
    const variables = {
      'ref:Nameless': 'arn:aws:sns:us-east-1:123456789012:topic-1',
      'import:net-vpc': '${env:HOME}',
      'getatt:Table.StreamArn': 'arn:stream',
    };
    expect(await environmentOf(text, { variables })).toEqual({
      R: 'arn:aws:sns:us-east-1:123456789012:topic-1',
      I: '${env:HOME}',
      G: 'arn:stream',
      A: 'topic-1',
    });
  });

  test('of a variable that the caller sets are not looked at, nor is anything else of it', async () => {
    const text = `service: svc\nprovider: {name: aws, runtime: nodejs20.x, environment: {A: !Ref Nope, B: b}}\nfunctions: {f: {handler: h.e, environment: {C: "\${env:NOT_SET}", D: [1]}}}\n`;
    expect(await environmentOf(text, {}, ['A', 'C', 'D'])).toEqual({ B: 'b' });
  });

  test.each([
    [
      '!Ref Nameless',
      'functions.f.environment.V refers to Nameless, whose name is known only once it is deployed.',
      'Add the line `ref:Nameless=…` to `variables` (or give it as --variable), or the line `V=…` to `env` (or give it as --env).',
    ],
    [
      '!Ref Tabel',
      'functions.f.environment.V refers to Tabel, which the template does not declare.',
      'Did you mean Table? Add the line `ref:Tabel=…` to',
    ],
    [
      '!GetAtt Table.StreamArn',
      'functions.f.environment.V is the attribute StreamArn of Table (AWS::DynamoDB::Table), which is known only once it is deployed.',
      'Add the line `getatt:Table.StreamArn=…` to',
    ],
    [
      '!ImportValue net-vpc',
      'functions.f.environment.V imports net-vpc, which another stack exports.',
      'Add the line `import:net-vpc=…` to',
    ],
    [
      '!Select [9, [a]]',
      'functions.f.environment.V selects item 9 of a list that has 1.',
      'Add the line `V=…` to `env`',
    ],
    [
      '!Split [",", "a,b"]',
      'functions.f.environment.V is a list, and a variable of an environment is text.',
      'Make one text of it, as Fn::Join does.',
    ],
  ])('%s is a clear error', async (written, message, hint) => {
    const service = await openFiles(serviceWith(written, resources));
    const failure = await failureOf(service.load('f'));
    expect(failure.message).toBe(message);
    expect(failure.hint).toContain(hint);
    expect(placeOf(failure)).toBe('4:38');
  });

  test('need only what they refer to: a variable that fails elsewhere does no harm, and one in the way does', async () => {
    const failure = await failureOf(environmentOf(serviceWith('!Ref Broken', resources)));
    expect(failure.message).toMatch(/\$\{env:NOT_SET\} of resources\.Resources\.Broken\.Properties\.BucketName/);
  });
});

describe('the snippets of real projects', () => {
  test('text of CloudFormation survives variables', async () => {
    const service = await openFiles(
      `${head}custom: {arn: !Sub "arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:\${self:service}-\${Queue}", att: !GetAtt T.Stream.Arn}\n`,
    );
    expect(await service.property(['custom'])).toEqual({
      arn: { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:svc-${Queue}' },
      att: { 'Fn::GetAtt': ['T', 'Stream.Arn'] },
    });
  });

  test('an environment is merged, null removes a variable, and numbers and booleans are text', async () => {
    const text =
      "service: svc\nprovider: {name: aws, runtime: nodejs20.x, environment: {A: p, B: p, N: 5}}\nfunctions: {f: {handler: h.e, environment: {A: f, B: null, T: true, D: 1.50, E: ''}}}\n";
    expect(await environmentOf(text)).toEqual({ A: 'f', B: null, N: '5', T: 'true', D: '1.5', E: '' });
  });

  test('intrinsic functions fail only where they are not overridden', async () => {
    const folder = await folderOf({
      'serverless.yml': `${head}functions: {f: {handler: h.e, environment: {REF: !Ref Tbl, IMP: !ImportValue x, GA: !GetAtt Tbl.Arn}}}\n`,
    });
    const variables = { 'ref:Tbl': 'tbl-1', 'import:x': 'imported' };
    const failure = await failureOf((await openFolder(folder, { variables })).load('f'));
    expect(failure.message).toContain('functions.f.environment.GA refers to Tbl');
    const service = await openFolder(folder, { variables });
    expect((await service.load('f', ['GA'])).environment).toEqual({ REF: 'tbl-1', IMP: 'imported' });
  });
});
