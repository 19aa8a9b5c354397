import fc from 'fast-check';

/** A policy, as IAM's JSON has it. */
export interface GeneratedStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A request, and the policies that decide on it. */
export interface GeneratedCase {
  readonly identity: readonly GeneratedStatement[];
  readonly boundary: readonly GeneratedStatement[] | undefined;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'dynamodb:GetItem', 'sqs:SendMessage'];
const actionPatterns = [
  ...actions,
  '*',
  's3:*',
  's3:Get*',
  's3:*Object',
  'S3:getobject',
  'dynamodb:?etItem',
  'sqs:Send*',
];

const resources = [
  'arn:aws:s3:::photos/a.txt',
  'arn:aws:s3:::photos/users/ada/1.txt',
  'arn:aws:s3:::other',
  'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders',
  'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/index/By',
  'arn:aws:sqs:us-east-1:123456789012:jobs',
  'arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:log-stream:s',
];
const resourcePatterns = [
  ...resources,
  '*',
  'arn:aws:s3:::photos/*',
  'arn:aws:s3:::*/a.txt',
  'arn:aws:s3:::p?otos/a.*',
  'arn:aws:s3:::photos/users/${aws:username}/*',
  "arn:aws:s3:::photos/users/${aws:PrincipalTag/team, 'ada'}/*",
  'arn:aws:dynamodb:*:*:table/Orders',
  'arn:aws:dynamodb:eu-*:123456789012:table/*',
  'arn:aws:dynamodb:eu-west-1:1234*9012:table/Ord?rs*',
  'arn:aws:sqs:*:123456789012:*',
  'arn:aws:logs:*:*:log-group:/aws/lambda/*:*',
  'arn:*:sqs:us-east-1:123456789012:job?',
];

/** Values of the request, and of policies for them, by the type of the key. */
const kinds = {
  text: {
    keys: ['aws:username', 'aws:PrincipalTag/team', 's3:prefix'],
    operators: [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    actual: ['ada', 'Ada', 'users/ada', ''],
    expected: ['ada', 'ADA', 'a*', '?da', 'users/${aws:username}', '*', '${*}'],
  },
  number: {
    keys: ['s3:max-keys'],
    operators: [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    actual: ['10', '10.0', '9', '-3'],
    expected: ['10', '9.5', '11', '-3'],
  },
  date: {
    keys: ['aws:CurrentTime'],
    operators: [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    actual: ['2026-03-01T10:00:00Z', '2025-12-31T23:59:59Z'],
    expected: ['2026-03-01T10:00:00Z', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  },
  truth: { keys: ['aws:SecureTransport'], operators: ['Bool'], actual: ['true', 'false'], expected: ['true', 'false'] },
  address: {
    keys: ['aws:SourceIp'],
    operators: ['IpAddress', 'NotIpAddress'],
    actual: ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
    expected: ['203.0.113.0/24', '203.0.113.7', '198.51.100.0/25', '2001:db8::/32'],
  },
  arn: {
    keys: ['aws:SourceArn', 'aws:PrincipalArn'],
    operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    actual: ['arn:aws:iam::123456789012:role/app', 'arn:aws:sns:eu-west-1:123456789012:news'],
    expected: ['arn:aws:iam::123456789012:role/*', 'arn:aws:sns:*:*:news', 'arn:aws:iam::*:role/app', 'arn:aws:s3:::b'],
  },
  binary: { keys: ['aws:Hash'], operators: ['BinaryEquals'], actual: ['QmluYXJ5', 'AAAA'], expected: ['QmluYXJ5'] },
} as const;

const several = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

/** Keys that have several values in a request, and are asked for by set operators alone. */
const sets = { keys: ['aws:TagKeys', 'dynamodb:Attributes'], values: ['Id', 'Name', 'Name2', 'Secret'] };

const singleTest = fc.oneof(
  ...Object.values(kinds).map(({ keys, operators, expected }) =>
    fc.record({
      operator: fc
        .tuple(fc.constantFrom<string>(...operators), fc.constantFrom('', '', 'IfExists'))
        .map(([name, suffix]) => `${name}${suffix}`),
      key: fc.constantFrom<string>(...keys),
      values: several(expected),
    }),
  ),
);

const setTest = fc.record({
  operator: fc
    .tuple(
      fc.constantFrom('ForAllValues', 'ForAnyValue'),
      fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'),
    )
    .map(([set, name]) => `${set}:${name}`),
  key: fc.constantFrom(...sets.keys),
  values: several([...sets.values, 'Name*']),
});

const nullTest = fc.record({
  operator: fc.constant('Null'),
  key: fc.constantFrom('aws:username', 's3:prefix', 'aws:TagKeys'),
  values: fc.constantFrom(['true'], ['false']),
});

const condition = fc
  .uniqueArray(fc.oneof({ weight: 4, arbitrary: singleTest }, setTest, nullTest), {
    minLength: 1,
    maxLength: 3,
    selector: ({ operator }) => operator,
  })
  .map((tests) => Object.fromEntries(tests.map(({ operator, key, values }) => [operator, { [key]: values }])));

const statement: fc.Arbitrary<GeneratedStatement> = fc
  .record({
    effect: fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Allow', 'Allow', 'Deny'),
    actionKey: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    actions: several(actionPatterns),
    resourceKey: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
    resources: several(resourcePatterns),
    condition: fc.option(condition, { nil: undefined }),
  })
  .map(({ effect, actionKey, actions: own, resourceKey, resources: ownResources, condition: tests }) => ({
    Effect: effect,
    [actionKey]: own,
    [resourceKey]: ownResources,
    ...(tests === undefined ? {} : { Condition: tests }),
  }));

const context = fc
  .tuple(
    ...Object.values(kinds).flatMap(({ keys, actual }) =>
      keys.map((key) =>
        fc.option(fc.constantFrom<string>(...actual), { nil: undefined }).map((value) => [key, value] as const),
      ),
    ),
    ...sets.keys.map((key) =>
      fc.option(several(sets.values), { nil: undefined }).map((values) => [key, values] as const),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as GeneratedCase['context']);

/** Policies and requests that often have to do with each other. */
export const generatedCase: fc.Arbitrary<GeneratedCase> = fc.record({
  identity: fc.array(statement, { minLength: 1, maxLength: 4 }),
  boundary: fc.option(fc.array(statement, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 4 }),
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  context,
});
