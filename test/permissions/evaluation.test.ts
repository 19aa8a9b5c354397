import { describe, expect, test } from '@jest/globals';
import { evaluate, type Verdict } from '../../src/permissions/evaluation/evaluate.js';
import { completeContext, contextValues } from '../../src/permissions/evaluation/request-context.js';
import { effectivePolicies } from '../../src/permissions/policy/effective-policies.js';
import { parseStatement } from '../../src/permissions/policy/parse-statement.js';

type Json = Readonly<Record<string, unknown>>;

const set = (statements: readonly Json[], gaps: readonly string[] = []) => ({
  statements: statements.flatMap((value) => parseStatement({ value, source: 'the policy' }) ?? []),
  gaps,
});

interface Asked {
  readonly action: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

function verdict(statements: readonly Json[], { action, resource = '*', context = {} }: Asked): Verdict {
  const request = { action, resource, context: completeContext(context), names: new Map<string, string>() };
  return evaluate({ identity: set(statements) }, request);
}

const allow = (action: string, resource: string | readonly string[], condition?: Json): Json => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
});

describe('examples of the documentation of IAM', () => {
  test.each<[string, readonly Json[], Asked, 'allowed' | 'denied']>([
    [
      'a table is open to whoever may use all of DynamoDB on it',
      [allow('dynamodb:*', 'arn:aws:dynamodb:us-east-2:123456789012:table/Books')],
      { action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:us-east-2:123456789012:table/Books' },
      'allowed',
    ],
    [
      'an index of a table is another resource',
      [allow('dynamodb:*', 'arn:aws:dynamodb:us-east-2:123456789012:table/Books')],
      { action: 'dynamodb:Query', resource: 'arn:aws:dynamodb:us-east-2:123456789012:table/Books/index/i' },
      'denied',
    ],
    [
      'a user has the folder of its own name',
      [allow('s3:GetObject', 'arn:aws:s3:::corporate/home/${aws:username}/*')],
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::corporate/home/carlos/a',
        context: { 'aws:username': 'carlos' },
      },
      'allowed',
    ],
    [
      'and not that of another one',
      [allow('s3:GetObject', 'arn:aws:s3:::corporate/home/${aws:username}/*')],
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::corporate/home/richard/a',
        context: { 'aws:username': 'carlos' },
      },
      'denied',
    ],
    [
      'listing is for the prefixes that are named',
      [
        allow('s3:ListBucket', 'arn:aws:s3:::corporate', {
          StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] },
        }),
      ],
      {
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::corporate',
        context: { 's3:prefix': 'home/carlos/photos', 'aws:username': 'carlos' },
      },
      'allowed',
    ],
    [
      'a request from elsewhere is denied, whatever allows it',
      [
        allow('*', '*'),
        {
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] } },
        },
      ],
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', context: { 'aws:SourceIp': '198.51.100.7' } },
      'denied',
    ],
    [
      'a condition has to hold for each of its keys, and for one of its values',
      [
        allow('ec2:RunInstances', '*', {
          StringEquals: { 'aws:PrincipalTag/department': ['hr', 'finance'], 'aws:PrincipalTag/role': ['manager'] },
        }),
      ],
      {
        action: 'ec2:RunInstances',
        context: { 'aws:PrincipalTag/department': 'finance', 'aws:PrincipalTag/role': 'manager' },
      },
      'allowed',
    ],
    [
      'a key that a request lacks fails a test that asks for a value',
      [allow('ec2:*', '*', { StringEquals: { 'ec2:ResourceTag/Owner': 'ada' } })],
      { action: 'ec2:StopInstances' },
      'denied',
    ],
    [
      'and passes one that excludes a value, or ends in IfExists',
      [
        allow('ec2:*', '*', {
          StringNotEquals: { 'ec2:ResourceTag/Owner': 'ada' },
          BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' },
        }),
      ],
      { action: 'ec2:StopInstances' },
      'allowed',
    ],
    [
      'Null asks whether there is a key',
      [allow('*', '*', { Null: { 'aws:TokenIssueTime': 'true' } })],
      { action: 'ec2:StopInstances', context: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } },
      'denied',
    ],
    [
      'all attributes of a request have to be among those that are open',
      [
        allow('dynamodb:Query', '*', {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['ID', 'Message', 'Tags'] },
        }),
      ],
      { action: 'dynamodb:Query', context: { 'dynamodb:Attributes': ['ID', 'UserName'] } },
      'denied',
    ],
    [
      'one of the leading keys is enough for ForAnyValue',
      [allow('dynamodb:Query', '*', { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': ['ada'] } })],
      { action: 'dynamodb:Query', context: { 'dynamodb:LeadingKeys': ['bob', 'ada'] } },
      'allowed',
    ],
    [
      'NotAction allows all but some actions',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      { action: 'iam:CreateUser' },
      'denied',
    ],
    [
      'NotResource denies all but some resources',
      [
        allow('s3:*', '*'),
        { Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::payroll', 'arn:aws:s3:::payroll/*'] },
      ],
      { action: 's3:GetObject', resource: 'arn:aws:s3:::payroll/2026.csv' },
      'allowed',
    ],
    [
      'names of actions and keys have no case, names of resources have',
      [allow('S3:GETOBJECT', 'arn:aws:s3:::b/*', { StringEquals: { 'AWS:SourceVPC': 'vpc-1' } })],
      { action: 's3:GetObject', resource: 'arn:aws:s3:::B/k', context: { 'aws:sourcevpc': 'vpc-1' } },
      'denied',
    ],
    [
      'a star at the end of a part of an ARN goes on over colons',
      [allow('logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:/aws/lambda/*')],
      {
        action: 'logs:PutLogEvents',
        resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f:log-stream:1',
      },
      'allowed',
    ],
    [
      'a date is before another one',
      [allow('*', '*', { DateLessThan: { 'aws:CurrentTime': '2026-07-01T00:00:00Z' } })],
      { action: 's3:GetObject', context: { 'aws:CurrentTime': '2026-06-30T23:59:59Z' } },
      'allowed',
    ],
    [
      'a default stands in for a variable without a value',
      [allow('s3:GetObject', "arn:aws:s3:::b/${aws:PrincipalTag/team, 'company-wide'}/*")],
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/company-wide/a' },
      'allowed',
    ],
  ])('%s', (_, statements, asked, expected) => {
    expect(verdict(statements, asked).kind).toBe(expected);
  });
});

describe('what is not known', () => {
  const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/orders';
  const open = [allow('dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:123456789012:table/${Table}')];
  const asked = (names: Readonly<Record<string, string>>, absent: readonly string[] = []) => ({
    action: 'dynamodb:GetItem',
    resource: table,
    names: new Map(Object.entries(names)),
    context: { values: contextValues({}), isAbsent: (key: string) => absent.includes(key) },
  });

  test('makes a verdict unknown: the name that a deploy gives', () => {
    expect(evaluate({ identity: set(open) }, asked({}))).toEqual({
      kind: 'unknown',
      reasons: ['the policy may be about it: the resource ${Table} is known only once it is deployed'],
    });
    expect(evaluate({ identity: set(open) }, asked({ Table: 'orders' })).kind).toBe('allowed');
    expect(evaluate({ identity: set(open) }, asked({ Table: 'other' })).kind).toBe('denied');
  });

  test('makes no verdict unknown where it does not matter', () => {
    const bucket = [allow('dynamodb:GetItem', 'arn:aws:s3:::${Bucket}')];
    expect(evaluate({ identity: set(bucket) }, asked({})).kind).toBe('denied');
    expect(evaluate({ identity: set([...open, allow('dynamodb:*', '*')]) }, asked({})).kind).toBe('allowed');
  });

  test('makes a verdict unknown: the value of a key that only AWS has', () => {
    const tagged = [allow('dynamodb:*', '*', { StringEquals: { 'aws:ResourceTag/team': 'a' } })];
    expect(evaluate({ identity: set(tagged) }, asked({}))).toMatchObject({
      kind: 'unknown',
      reasons: [expect.stringContaining('aws:ResourceTag/team is known only in AWS')],
    });
    expect(evaluate({ identity: set(tagged) }, asked({}, ['aws:resourcetag/team'])).kind).toBe('denied');
    const denied = [{ Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:Odd': 'true' } } }];
    expect(evaluate({ identity: set([allow('*', '*'), ...denied]) }, asked({})).kind).toBe('unknown');
  });

  test('is never allowed: a policy that is missing', () => {
    const identity = set([allow('*', '*')], ['what a policy of the account says is not known here']);
    expect(evaluate({ identity }, asked({}))).toEqual({
      kind: 'unknown',
      reasons: ['what a policy of the account says is not known here'],
    });
  });

  test('is no excuse for what a statement denies', () => {
    const identity = set([{ Effect: 'Deny', Action: '*', Resource: '*' }], ['a policy is not known']);
    expect(evaluate({ identity }, asked({}))).toMatchObject({ kind: 'denied', cause: 'explicit' });
  });
});

describe('a verdict of denial', () => {
  const statements = [
    allow('s3:GetObject', 'arn:aws:s3:::b/*', { Bool: { 'aws:SecureTransport': 'true' } }),
    allow('s3:PutObject', 'arn:aws:s3:::b/*'),
  ];
  test.each([
    ['its condition', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }, 'condition', 's3:GetObject'],
    ['its resource', { action: 's3:PutObject', resource: 'arn:aws:s3:::c/k' }, 'resource', 's3:PutObject'],
    ['its action', { action: 's3:DeleteObject', resource: 'arn:aws:s3:::b/k' }, 'action', 's3:GetObject'],
  ])('names the statement that is nearest, and that it lacks %s', (_, asked, lacks, action) => {
    expect(verdict(statements, asked)).toMatchObject({
      kind: 'denied',
      cause: 'implicit',
      nearest: { lacks, statement: { actions: { texts: [action] } } },
    });
  });

  test('names the policy that does not allow it', () => {
    const request = {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      context: completeContext({}),
      names: new Map<string, string>(),
    };
    const identity = set([allow('*', '*')]);
    const boundary = set([allow('s3:List*', '*')]);
    expect(evaluate({ identity, boundary }, request)).toMatchObject({ kind: 'denied', policy: 'boundary' });
    expect(evaluate({ identity, session: boundary }, request)).toMatchObject({ kind: 'denied', policy: 'session' });
  });
});

describe('the policies of a function', () => {
  const empty = {
    role: { kind: 'made', logicalId: 'R' },
    statements: [],
    managedPolicies: [],
    gaps: [],
    environment: {},
  } as const;

  test("hold the statements of AWS's managed policies that are known, and lack those that are not", () => {
    const { identity } = effectivePolicies({
      ...empty,
      managedPolicies: [
        { arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', source: 's' },
        { arn: 'AmazonSQSReadOnlyAccess', source: 's' },
        { arn: 'arn:aws:iam::aws:policy/AmazonBraketFullAccess', source: 's' },
        { arn: 'arn:aws:iam::123456789012:policy/AmazonSQSFullAccess', source: 's' },
      ],
    });
    expect(identity.statements.map(({ actions }) => actions.texts[0])).toEqual([
      'logs:CreateLogGroup',
      'sqs:GetQueueAttributes',
    ]);
    expect(identity.gaps).toEqual([
      expect.stringContaining('AmazonBraketFullAccess allows and denies is not known'),
      expect.stringContaining('123456789012:policy/AmazonSQSFullAccess allows and denies is not known'),
    ]);
  });

  test('lack those of a role that is made elsewhere', () => {
    const role = { kind: 'elsewhere', arn: 'arn:aws:iam::123456789012:role/r' } as const;
    expect(effectivePolicies({ ...empty, role }).identity.gaps).toHaveLength(1);
  });
});
