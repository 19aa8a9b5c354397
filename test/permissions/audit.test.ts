import { describe, expect, test } from '@jest/globals';
import type { FunctionPermissions } from '../../src/lambda/function/function-permissions.js';
import { adviceOn } from '../../src/permissions/audit/advice.js';
import { auditCalls } from '../../src/permissions/audit/audit-calls.js';
import { adviceFindings, auditFindings } from '../../src/permissions/audit/audit-findings.js';
import { type LoggedCall, loggedCall } from '../../src/permissions/audit/logged-call.js';
import { openJudge } from '../../src/permissions/audit/open-judge.js';
import { suggestStatements } from '../../src/permissions/audit/suggest.js';

const region = 'eu-west-1';
const account = '123456789012';
const table = `arn:aws:dynamodb:${region}:${account}:table/\${Orders}`;

const permissions: FunctionPermissions = {
  role: { kind: 'made', logicalId: 'Role' },
  statements: [
    {
      value: { Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: [table] },
      source: 'a statement of provider.iam.role',
      location: { file: '/service/serverless.yml', line: 8, column: 11 },
    },
    {
      value: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
      source: 'a statement of provider.iam.role',
      location: { file: '/service/serverless.yml', line: 11 },
    },
    {
      value: { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
      source: 'a statement of provider.iam.role',
      location: { file: '/service/serverless.yml', line: 14 },
    },
    {
      value: { Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' },
      source: 'what the framework adds for the logs',
      isAdded: true,
    },
  ],
  managedPolicies: [],
  gaps: [],
  environment: { TABLE: '${Orders}' },
};

function call(service: string, operation: string, request: Readonly<Record<string, unknown>>): LoggedCall {
  const found = loggedCall({
    function: 'f',
    service,
    operation,
    region,
    account,
    resources: [],
    request,
    response: {},
  });
  if (found === undefined) throw new Error('it is no call');
  return found;
}

const calls = [
  call('dynamodb', 'GetItem', { TableName: 'orders-local' }),
  call('dynamodb', 'GetItem', { TableName: 'orders-local' }),
  call('dynamodb', 'PutItem', { TableName: 'orders-local' }),
  call('sqs', 'SendMessage', { QueueUrl: 'http://localhost/000000000000/jobs' }),
  call('kms', 'Decrypt', { CiphertextBlob: 'AAAA' }),
];

const judge = await openJudge({
  permissions,
  environment: { TABLE: 'orders-local' },
  functionName: 'svc-dev-f',
  region,
  account,
  isAccountKnown: true,
});

describe('the calls of a function', () => {
  const audit = auditCalls(calls, judge);

  test('are counted by what they need, the worst first', () => {
    expect(audit.calls.map(({ name, count, verdict }) => [name, count, verdict.kind])).toEqual([
      ['dynamodb:PutItem', 1, 'denied'],
      ['kms:Decrypt', 1, 'denied'],
      ['dynamodb:GetItem', 2, 'allowed'],
      ['sqs:SendMessage', 1, 'allowed'],
    ]);
    expect([audit.deniedCount, audit.unknownCount]).toEqual([2, 0]);
  });

  test('that would be denied are errors at the statement that is nearest, else at the function', () => {
    const [first, second] = auditFindings(audit, { file: '/service/serverless.yml', line: 20 });
    expect(first).toEqual({
      severity: 'error',
      code: 'aws-call-denied',
      message: `dynamodb:PutItem would be denied in Lambda. No statement allows dynamodb:PutItem on arn:aws:dynamodb:${region}:${account}:table/orders-local. The nearest is a statement of provider.iam.role (/service/serverless.yml:8:11), but not for this action.`,
      hint: `Allow dynamodb:PutItem on arn:aws:dynamodb:${region}:${account}:table/orders-local to the function's role, or leave the call out.`,
      location: { file: '/service/serverless.yml', line: 8, column: 11 },
    });
    expect(second?.location).toEqual({ file: '/service/serverless.yml', line: 20 });
  });

  test('tell which statements of the configuration are more than they needed', () => {
    expect(adviceFindings(adviceOn(audit.uses)).map(({ message, location }) => [message, location?.line])).toEqual([
      ['No call needed a statement of provider.iam.role (/service/serverless.yml:14).', 14],
      [
        'sqs:* in a statement of provider.iam.role (/service/serverless.yml:11) was needed for sqs:SendMessage only.',
        11,
      ],
    ]);
  });

  test('tell the least that they need, resources of the stack by their logical ids', () => {
    const { facts, caller } = judge;
    const more = [...calls, call('s3', 'GetObject', { Bucket: 'b', Key: 'a/b' }), call('sts', 'GetCallerIdentity', {})];
    expect(suggestStatements(more, { facts, account, region, names: caller.names })).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
        Resource: [{ 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}' }],
      },
      { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: ['*'] },
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::b/*' }] },
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage'],
        Resource: [{ 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs' }],
      },
    ]);
  });

  test('may need a statement where nothing is known of a call', async () => {
    const statements = [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { StringEquals: { 's3:ExistingObjectTag/a': 'b' } },
      },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
    ].map((value) => ({ value, source: 'own' }));
    const own = await openJudge({
      permissions: { ...permissions, statements },
      environment: {},
      functionName: 'f',
      region,
      account,
      isAccountKnown: true,
    });
    const members = { Bucket: 'b', Key: 'k' };
    const call = { service: 's3', iamPrefix: 's3', operation: 'GetObject', region, account, resources: [], members };
    const result = auditCalls([call], own);
    expect(result.unknownCount).toBe(1);
    expect(adviceOn(result.uses).map(({ statement }) => statement.actions.texts)).toEqual([['sqs:SendMessage']]);
  });

  test('that are suggested are allowed by what is suggested', async () => {
    const { facts, caller } = judge;
    const suggested = suggestStatements(calls, { facts, account, region, names: caller.names });
    const statements = suggested.map((value) => ({
      value: {
        ...value,
        Resource: value.Resource.map((resource) =>
          (typeof resource === 'string' ? resource : resource['Fn::Sub'])
            .replaceAll('${AWS::Partition}', 'aws')
            .replaceAll('${AWS::Region}', region)
            .replaceAll('${AWS::AccountId}', account),
        ),
      },
      source: 'suggested',
    }));
    const own = await openJudge({
      permissions: { ...permissions, statements },
      environment: { TABLE: 'orders-local' },
      functionName: 'f',
      region,
      account,
      isAccountKnown: true,
    });
    const result = auditCalls(calls, own);
    expect(result).toMatchObject({ deniedCount: 0, unknownCount: 0 });
    expect(adviceOn(result.uses).filter(({ kind }) => kind === 'unused')).toEqual([]);
  });
});
