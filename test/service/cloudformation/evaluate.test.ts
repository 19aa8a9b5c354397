import { describe, expect, test } from '@jest/globals';

import { evaluateIntrinsics } from '../../../src/service/cloudformation/evaluate.js';
import { IntrinsicFailure } from '../../../src/service/cloudformation/intrinsic-failure.js';
import type { StackLookup, Template } from '../../../src/service/cloudformation/template.js';

type Section = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: Section }>>;

/** A template as its JSON has it. */
function templateOf(sections: {
  readonly Resources?: Resources;
  readonly Conditions?: Section;
  readonly Parameters?: Readonly<Record<string, { readonly Type?: string; readonly Default?: unknown }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Section>>>>;
}): Template {
  const { Resources = {}, Conditions = {}, Parameters = {}, Mappings = {} } = sections;
  return {
    resource: async (id) => {
      const resource = Resources[id];
      return resource && { type: resource.Type, property: async (name) => resource.Properties?.[name] };
    },
    names: async () => [...Object.keys(Resources), ...Object.keys(Parameters)],
    condition: async (name) => Conditions[name],
    parameter: async (name) => Parameters[name] && { type: Parameters[name].Type, default: Parameters[name].Default },
    mapping: async (name, top, second) => Mappings[name]?.[top]?.[second],
  };
}

const template = templateOf({
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { 'Fn::Sub': '${AWS::StackName}-orders' } } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
    Nameless: { Type: 'AWS::SQS::Queue', Properties: {} },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b' } },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 't' } },
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', Path: '/app/' } },
    PlainRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r' } },
    Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/p', Type: 'String', Value: { Ref: 'Bucket' } } },
    Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineName: 'm' } },
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'pool' } },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 's' } },
    Rule: { Type: 'AWS::Events::Rule', Properties: { Name: 'rule' } },
    BusRule: { Type: 'AWS::Events::Rule', Properties: { Name: 'rule', EventBusName: 'bus' } },
    Custom: { Type: 'Custom::Thing', Properties: { Name: 'c' } },
    Http: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
    Sockets: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'WEBSOCKET' } },
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16' } },
    Ring: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Ring2' } } },
    Ring2: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'x-${Ring}' } } },
    Maybe: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: { 'Fn::If': ['IsProd', 'p', { Ref: 'AWS::NoValue' }] } },
    },
  },
  Parameters: {
    Size: { Default: 3 },
    Stage: { Default: 'dev' },
    Bare: {},
    Empty: { Default: '' },
    Names: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
    Ports: { Type: 'List<Number>', Default: '80,443' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/x' },
    StoredList: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/app/list' },
    StoredName: { Type: 'AWS::SSM::Parameter::Name', Default: '/app/x' },
  },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsDev: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsDev' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { 'Fn::Equals': ['3', { Ref: 'Size' }] }] },
    Loop: { 'Fn::Not': [{ Condition: 'Loop' }] },
    Odd: 'yes',
  },
  Mappings: { Hosts: { 'eu-west-1': { name: 'eu.example.test', port: 443 } } },
});

const nobody: StackLookup = {
  given: () => undefined,
  physicalId: async () => undefined,
  storedParameter: async () => undefined,
  exportValue: async () => undefined,
};

function evaluate(value: unknown, lookup: Partial<StackLookup> = {}, region = 'eu-west-1'): Promise<unknown> {
  const stack = async () => ({ region, stackName: 'svc-dev', accountId: '123456789012' });
  return evaluateIntrinsics(value, { template, stack, lookup: { ...nobody, ...lookup } });
}

describe('what the template says', () => {
  test.each<[unknown, unknown]>([
    ['plain', 'plain'],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ Ref: 'AWS::NoValue' }, null],
    [
      { Ref: 'AWS::StackId' },
      'arn:aws:cloudformation:eu-west-1:123456789012:stack/svc-dev/00000000-0000-0000-0000-000000000000',
    ],
    [{ Ref: 'Size' }, 3],
    [{ Ref: 'Table' }, 'svc-dev-orders'],
    [{ Ref: 'Queue' }, 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs'],
    [{ Ref: 'Topic' }, 'arn:aws:sns:eu-west-1:123456789012:t'],
    [{ Ref: 'Machine' }, 'arn:aws:states:eu-west-1:123456789012:stateMachine:m'],
    [{ Ref: 'Parameter' }, '/p'],
    [{ Ref: 'Rule' }, 'rule'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:eu-west-1:123456789012:table/svc-dev-orders'],
    [{ 'Fn::GetAtt': 'Queue.QueueName' }, 'jobs'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-west-1:123456789012:jobs'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::b'],
    [{ 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] }, 'b.s3.eu-west-1.amazonaws.com'],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::123456789012:role/app/r'],
    [{ 'Fn::GetAtt': ['PlainRole', 'Arn'] }, 'arn:aws:iam::123456789012:role/r'],
    [{ 'Fn::GetAtt': ['Parameter', 'Value'] }, 'b'],
    [{ 'Fn::Sub': '${Bucket}/${Queue.QueueName}/${AWS::AccountId}/${!Bucket}$' }, 'b/jobs/123456789012/${Bucket}$'],
    [{ 'Fn::Sub': ['${x}-${Bucket}-${n}', { x: { Ref: 'Table' }, n: 1 }] }, 'svc-dev-orders-b-1'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Bucket' }, 1, true]] }, 'a-b-1-true'],
    [{ 'Fn::Join': [',', { 'Fn::Split': ['/', 'a/b'] }] }, 'a,b'],
    [{ 'Fn::Join': [',', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a,b'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['|', 'a||c'] }] }, ''],
    [{ 'Fn::Select': [{ 'Fn::Select': [0, ['1', '0']] }, ['a', 'b']] }, 'b'],
    [{ 'Fn::Base64': { Ref: 'Bucket' } }, 'Yg=='],
    [{ 'Fn::FindInMap': ['Hosts', { Ref: 'AWS::Region' }, 'name'] }, 'eu.example.test'],
    [{ 'Fn::FindInMap': ['Hosts', 'eu-west-1', 'port'] }, 443],
    [{ 'Fn::FindInMap': ['Hosts', 'us-east-1', 'name', { DefaultValue: { Ref: 'Bucket' } }] }, 'b'],
    [{ 'Fn::If': ['IsProd', { Ref: 'Unknown' }, 'small'] }, 'small'],
    [{ 'Fn::If': ['IsDev', { Ref: 'Bucket' }, 'x'] }, 'b'],
    [{ 'Fn::If': ['Both', 1, 2] }, 2],
    [{ 'Fn::If': ['Either', 1, 2] }, 1],
    [{ 'Fn::If': ['IsProd', 'x', { Ref: 'AWS::NoValue' }] }, null],
    [{ Ref: 'Empty' }, ''],
    [{ 'Fn::Join': ['|', { Ref: 'Names' }] }, 'a|b|c'],
    [{ 'Fn::Select': [1, { Ref: 'Ports' }] }, '443'],
    [{ Ref: 'StoredName' }, '/app/x'],
    [{ 'Fn::GetAtt': ['Bucket', 'WebsiteURL'] }, 'http://b.s3-website-eu-west-1.amazonaws.com'],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
    [{ 'Fn::Cidr': ['192.168.7.9/24', '2', '6'] }, ['192.168.7.0/26', '192.168.7.64/26']],
    [{ 'Fn::Select': [1, { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }, 2, 12] }] }, '10.1.16.0/20'],
    [{ 'Fn::Cidr': ['0.0.0.0/0', 1, 32] }, ['0.0.0.0/0']],
    [{ 'Fn::Length': { 'Fn::Split': [',', 'a,b,c'] } }, 3],
    [{ 'Fn::ToJsonString': { table: { Ref: 'Bucket' }, n: 1, no: { Ref: 'AWS::NoValue' } } }, '{"table":"b","n":1}'],
    [{ a: [{ Ref: 'Bucket' }], b: { Ref: 'AWS::NoValue' } }, { a: ['b'] }],
  ])('%j is %j', async (value, expected) => {
    expect(await evaluate(value)).toEqual(expected);
  });

  test('has the partition and the endpoints of its region', async () => {
    const value = ['${Queue}', '${Bucket.Arn}', '${AWS::Partition}'].map((text) => ({ 'Fn::Sub': text }));
    expect(await evaluate(value, {}, 'cn-north-1')).toEqual([
      'https://sqs.cn-north-1.amazonaws.com.cn/123456789012/jobs',
      'arn:aws-cn:s3:::b',
      'aws-cn',
    ]);
    expect(await evaluate({ Ref: 'AWS::URLSuffix' }, {}, 'eusc-de-east-1')).toBe('amazonaws.eu');
    expect(await evaluate({ 'Fn::GetAtt': ['Bucket', 'WebsiteURL'] }, {}, 'eu-central-1')).toBe(
      'http://b.s3-website.eu-central-1.amazonaws.com',
    );
  });
});

describe('what others have to say', () => {
  test('the deployed stack gives the ids of resources without a name, and the template their attributes', async () => {
    const ids: Record<string, string> = {
      Nameless: 'https://sqs.eu-west-1.amazonaws.com/123456789012/svc-dev-Nameless-1',
      Pool: 'eu-west-1_abc',
      Secret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:s-x1',
      Elsewhere: 'i-1',
    };
    const lookup = { physicalId: async (id: string) => ids[id] };
    for (const id of Object.keys(ids)) expect(await evaluate({ Ref: id }, lookup)).toBe(ids[id]);
    expect(await evaluate({ 'Fn::GetAtt': ['Nameless', 'Arn'] }, lookup)).toBe(
      'arn:aws:sqs:eu-west-1:123456789012:svc-dev-Nameless-1',
    );
    expect(await evaluate({ 'Fn::GetAtt': ['Pool', 'ProviderURL'] }, lookup)).toBe(
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc',
    );
  });

  test('an answer of the caller wins over the template, and nobody is asked then', async () => {
    const given: Record<string, string> = {
      'ref:Table': 'mine',
      'ref:Pool': 'pool-1',
      'getatt:Pool.Arn': 'arn:mine',
      'import:vpc': 'v',
    };
    const never = async (): Promise<never> => {
      throw new Error('it was asked');
    };
    const lookup = { given: (question: string) => given[question], physicalId: never, exportValue: never };
    expect(await evaluate({ Ref: 'Table' }, lookup)).toBe('mine');
    expect(await evaluate({ 'Fn::GetAtt': ['Pool', 'Arn'] }, lookup)).toBe('arn:mine');
    expect(await evaluate({ 'Fn::GetAtt': ['Pool', 'UserPoolId'] }, lookup)).toBe('pool-1');
    expect(await evaluate({ 'Fn::ImportValue': { 'Fn::Join': ['', ['v', 'pc']] } }, lookup)).toBe('v');
  });

  test('the stack is not asked for what the template knows', async () => {
    const lookup = {
      physicalId: async (): Promise<never> => {
        throw new Error('it was asked');
      },
    };
    expect(await evaluate({ 'Fn::Sub': '${Table}${Queue.Arn}' }, lookup)).toMatch(/^svc-dev-ordersarn:/);
  });

  test('a parameter whose value the Parameter Store has is looked up there', async () => {
    const lookup = { storedParameter: async (name: string) => (name === '/app/list' ? 'a,b' : 'stored') };
    expect(await evaluate({ 'Fn::Sub': '${Stored}' }, lookup)).toBe('stored');
    expect(await evaluate({ Ref: 'StoredList' }, lookup)).toEqual(['a', 'b']);
    const given = (question: string) => (question === 'ssm:/app/x' ? 'mine' : undefined);
    expect(await evaluate({ Ref: 'Stored' }, { ...lookup, given })).toBe('mine');
  });

  test('the endpoint of an API is made of its id', async () => {
    const lookup = { given: (question: string) => (question.startsWith('ref:') ? 'abc' : undefined) };
    const endpoints = ['${Http.ApiEndpoint}', '${Sockets.ApiEndpoint}'].map((text) => ({ 'Fn::Sub': text }));
    expect(await evaluate(endpoints, lookup)).toEqual([
      'https://abc.execute-api.eu-west-1.amazonaws.com',
      'wss://abc.execute-api.eu-west-1.amazonaws.com',
    ]);
  });

  test('availability zones are what the caller says', async () => {
    const answers: Record<string, string> = { 'getazs:eu-west-1': 'eu-west-1a, eu-west-1c', 'getazs:us-east-1': 'b' };
    const lookup = { given: (question: string) => answers[question] };
    expect(await evaluate({ 'Fn::GetAZs': '' }, lookup)).toEqual(['eu-west-1a', 'eu-west-1c']);
    expect(await evaluate({ 'Fn::Select': [1, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] }, lookup)).toBe('eu-west-1c');
    expect(await evaluate({ 'Fn::GetAZs': 'us-east-1' }, lookup)).toEqual(['b']);
  });

  test('exports come from other stacks', async () => {
    const lookup = { exportValue: async (name: string) => (name === 'net-vpc' ? 'vpc-1' : undefined) };
    expect(await evaluate({ 'Fn::ImportValue': { 'Fn::Sub': 'net-vpc' } }, lookup)).toBe('vpc-1');
  });
});

describe('what is not known', () => {
  test.each<[unknown, RegExp, string | undefined]>([
    [{ Ref: 'Nameless' }, /refers to Nameless, whose name is known only once it is deployed/, 'ref:Nameless'],
    [{ Ref: 'Pool' }, /refers to Pool, whose id is known only/, 'ref:Pool'],
    [{ Ref: 'Secret' }, /refers to Secret, whose id/, 'ref:Secret'],
    [{ Ref: 'BusRule' }, /refers to BusRule/, 'ref:BusRule'],
    [{ Ref: 'Custom' }, /refers to Custom/, 'ref:Custom'],
    [{ Ref: 'Maybe' }, /refers to Maybe/, 'ref:Maybe'],
    [{ Ref: 'Tabel' }, /refers to Tabel, which the template does not declare/, 'ref:Tabel'],
    [{ Ref: 'Bare' }, /the parameter Bare, which has no default/, 'ref:Bare'],
    [{ Ref: 'AWS::Nope' }, /no pseudo parameter/, undefined],
    [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, /the attribute StreamArn of Table/, 'getatt:Table.StreamArn'],
    [{ 'Fn::GetAtt': ['Table', 'toString'] }, /the attribute toString of Table/, 'getatt:Table.toString'],
    [{ 'Fn::GetAtt': ['Nameless', 'Arn'] }, /the attribute Arn of Nameless/, 'getatt:Nameless.Arn'],
    [{ 'Fn::GetAtt': ['Nope', 'Arn'] }, /refers to Nope/, 'getatt:Nope.Arn'],
    [{ 'Fn::GetAtt': 'Table' }, /names no attribute: Table/, undefined],
    [{ 'Fn::ImportValue': 'vpc' }, /imports vpc, which another stack exports/, 'import:vpc'],
    [{ 'Fn::Sub': '${Nope}' }, /refers to Nope/, 'ref:Nope'],
    [{ 'Fn::Sub': ['${x}', []] }, /variables are not a mapping/, undefined],
    [
      { 'Fn::Sub': '${AWS::NotificationARNs}' },
      /\$\{AWS::NotificationARNs\} in an Fn::Sub that is not text/,
      undefined,
    ],
    [{ 'Fn::Join': 'x' }, /an Fn::Join that is not a list/, undefined],
    [{ 'Fn::Select': [2, ['a']] }, /selects item 2 of a list that has 1/, undefined],
    [{ 'Fn::Select': [-1, ['a']] }, /selects item -1/, undefined],
    [{ 'Fn::FindInMap': ['Hosts', 'nowhere', 'name'] }, /looks for nowhere\.name in the mapping Hosts/, undefined],
    [{ 'Fn::If': ['Nope', 1, 2] }, /needs the condition Nope, which is not declared/, undefined],
    [{ 'Fn::If': ['IsProd', 1] }, /not a condition and two values/, undefined],
    [{ 'Fn::If': ['Odd', 1, 2] }, /no function of conditions/, undefined],
    [{ 'Fn::If': ['Loop', 1, 2] }, /refers to itself: the condition Loop -> the condition Loop/, undefined],
    [{ Ref: 'Ring' }, /refers to itself: Ring\.BucketName -> Ring2\.BucketName -> Ring\.BucketName/, undefined],
    [{ 'Fn::GetAZs': '' }, /needs the availability zones of eu-west-1/, 'getazs:eu-west-1'],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 4, 15] }, /4 subnets, and 10\.0\.0\.0\/16 has not room for them/, undefined],
    [{ 'Fn::Cidr': ['fd00::/56', 1, 64] }, /fd00::\/56, which is no block of IPv4/, undefined],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 0, 8] }, /not a block, a count of 1 to 256/, undefined],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 1] }, /a number of an Fn::Cidr that is not text/, undefined],
    [{ Ref: 'Stored' }, /the parameter Stored, whose value the Parameter Store has as \/app\/x/, 'ssm:/app/x'],
    [{ 'Fn::GetAtt': ['Http', 'ApiEndpoint'] }, /the attribute ApiEndpoint of Http/, 'getatt:Http.ApiEndpoint'],
    [{ 'Fn::Join': ['', [{ 'Fn::Transform': {} }]] }, /is or holds Fn::Transform/, undefined],
  ])('%j says why, and what would answer it', async (value, reason, question) => {
    const failure = await evaluate(value).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(IntrinsicFailure);
    expect((failure as IntrinsicFailure).reason).toMatch(reason);
    expect((failure as IntrinsicFailure).question).toBe(question);
  });

  test('a near miss is named', async () => {
    const failure = await evaluate({ Ref: 'Tabel' }).catch((error: unknown) => error);
    expect((failure as IntrinsicFailure).hint).toBe('Did you mean Table?');
  });
});

describe('dynamic references', () => {
  const lookup: Partial<StackLookup> = {
    given: (question) => (question === 'resolve:secretsmanager:given:SecretString:pw' ? 'of the caller' : undefined),
    storedParameter: async (name) => (['/app/x', '/app/x:3'].includes(name) ? `stored ${name}` : undefined),
    secret: async (name) => (name === 'app/db' ? '{"user":"u","port":5432,"deep":{}}' : undefined),
  };

  test.each([
    ['{{resolve:ssm:/app/x}}', 'stored /app/x'],
    ['{{resolve:ssm:/app/x:3}}', 'stored /app/x:3'],
    ['a{{resolve:ssm:/app/x}}b{{resolve:ssm:/app/x}}', 'astored /app/xbstored /app/x'],
    ['{{resolve:secretsmanager:app/db}}', '{"user":"u","port":5432,"deep":{}}'],
    ['{{resolve:secretsmanager:app/db:SecretString:user}}', 'u'],
    ['{{resolve:secretsmanager:app/db:SecretString:port::}}', '5432'],
    ['{{resolve:secretsmanager:app/db:SecretString:user:AWSCURRENT:}}', 'u'],
    [
      '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf:SecretString:user::}}',
      'u',
    ],
    [
      '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db:SecretString:::}}',
      '{"user":"u","port":5432,"deep":{}}',
    ],
    ['{{resolve:secretsmanager:given:SecretString:pw::}}', 'of the caller'],
    [
      { 'Fn::Sub': '{{resolve:ssm:/app/${Stage}}}' },
      /the parameter \/app\/dev of the Parameter Store/,
      'resolve:ssm:/app/dev',
    ],
    [{ 'Fn::Join': ['', ['{{resolve:ssm:', '/app/x', '}}']] }, 'stored /app/x'],
    [
      '{{resolve:secretsmanager:app/db:SecretString:none}}',
      /the secret app\/db, which has no none/,
      'resolve:secretsmanager:app/db:SecretString:none',
    ],
    [
      '{{resolve:secretsmanager:app/db:SecretString:user:AWSPREVIOUS}}',
      /the secret app\/db/,
      'resolve:secretsmanager:app/db:SecretString:user:AWSPREVIOUS',
    ],
    ['{{resolve:secretsmanager:none}}', /the secret none/, 'resolve:secretsmanager:none'],
    ['{{resolve:ssm-secure:/app/x:1}}', /takes for a few properties only/, undefined],
    ['not {{resolved:x}}', 'not {{resolved:x}}'],
  ])(
    '%j is followed, or says what would answer it',
    async (value, expected, question: string | undefined = undefined) => {
      const result = await evaluate(value, lookup).catch((error: unknown) => error);
      if (typeof expected === 'string') {
        expect(result).toBe(expected);
        return;
      }
      expect(result).toBeInstanceOf(IntrinsicFailure);
      expect((result as IntrinsicFailure).reason).toMatch(expected);
      expect((result as IntrinsicFailure).question).toBe(question);
    },
  );

  test('that AWS does not answer are asked for by their whole text', async () => {
    const refusing = {
      ...lookup,
      secret: async () => {
        throw new IntrinsicFailure('needs credentials', { question: 'other', hint: 'Give them.' });
      },
    };
    const failure = await evaluate('{{resolve:secretsmanager:s:SecretString:k::}}', refusing).catch((error) => error);
    expect(failure).toMatchObject({
      reason: 'needs credentials',
      hint: 'Give them.',
      question: 'resolve:secretsmanager:s:SecretString:k',
    });
  });
});
