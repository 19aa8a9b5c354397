import { describe, expect, test } from '@jest/globals';
import { bindNames } from '../../src/permissions/audit/bind-names.js';
import { denialError } from '../../src/permissions/audit/denial-error.js';
import { type Judge, judgeCall } from '../../src/permissions/audit/judge-call.js';
import type { Call } from '../../src/permissions/requirements/call.js';
import { loadActionFacts } from '../../src/permissions/requirements/facts.js';
import { setOf } from './verdict-of.js';

const facts = await loadActionFacts();

type Statement = Parameters<typeof setOf>[0][number];

const allow = (Action: string, Resource: string): Statement => ({
  Effect: 'Allow',
  Action: [Action],
  Resource: [Resource],
});

function judge(statements: readonly Statement[], caller: Partial<Judge['caller']> = {}): Judge {
  return {
    policies: { identity: setOf(statements) },
    facts,
    caller: {
      functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
      account: '123456789012',
      isAccountKnown: true,
      names: new Map(),
      ...caller,
    },
  };
}

function call(asked: string, members: Call['members'], answer?: Call['members']): Call {
  const [iamPrefix = '', operation = ''] = asked.split(':');
  return {
    service: iamPrefix,
    iamPrefix,
    operation,
    region: 'eu-west-1',
    account: '123456789012',
    resources: [],
    members,
    ...(answer === undefined ? {} : { answer }),
  };
}

const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table';

describe('a call', () => {
  test.each([
    ['execute-api:*', 'execute-api:eu-west-1:123456789012:*/@connections/*', '*/*', 'allowed'],
    [
      'execute-api:ManageConnections',
      'execute-api:eu-west-1:123456789012:abc/dev/POST/@connections/*',
      'abc/dev',
      'allowed',
    ],
    [
      'execute-api:ManageConnections',
      'execute-api:eu-west-1:123456789012:abc/dev/POST/@connections/*',
      '*/*',
      'unknown',
    ],
    [
      'execute-api:ManageConnections',
      'execute-api:eu-west-1:123456789012:abc/dev/POST/@connections/*',
      'xyz/dev',
      'denied',
    ],
    ['execute-api:Invoke', 'execute-api:eu-west-1:123456789012:abc/dev/POST/@connections/*', '*/*', 'denied'],
  ])('to a connection with %s on %s of the API %s is %s', (action, resource, api, kind) => {
    const post = {
      ...call('execute-api:PostToConnection', { ConnectionId: 'c' }),
      resources: [`arn:aws:execute-api:eu-west-1:123456789012:${api}/POST/@connections/c`],
    };
    expect(judgeCall(post, judge([allow(action, `arn:aws:${resource}`)])).kind).toBe(kind);
  });

  test('about a stack whose id its name does not tell is not known to be denied', () => {
    const asked = {
      ...call('cloudformation:DescribeStacks', { StackName: 's' }),
      resources: ['arn:aws:cloudformation:eu-west-1:123456789012:stack/s/*'],
    };
    const on = (stack: string) =>
      judgeCall(asked, judge([allow('cloudformation:DescribeStacks', `arn:aws:cloudformation:*:*:stack/${stack}`)]));
    expect(on('s/*').kind).toBe('allowed');
    expect(on('s/1234')).toMatchObject({ kind: 'unknown', reasons: ['the request does not tell the id of the stack'] });
  });

  test('is allowed by the statements that allow each of its permissions', () => {
    const statements = [allow('s3:GetObject', 'arn:aws:s3:::from/*'), allow('s3:PutObject', 'arn:aws:s3:::to/*')];
    const copy = call('s3:CopyObject', { Bucket: 'to', Key: 'k', CopySource: 'from/k' });
    expect(judgeCall(copy, judge(statements))).toMatchObject({ kind: 'allowed', by: [{}, {}] });
    expect(judgeCall(copy, judge(statements.slice(0, 1)))).toMatchObject({
      kind: 'denied',
      requirement: { action: 's3:PutObject', resource: 'arn:aws:s3:::to/k' },
      verdict: { cause: 'implicit' },
    });
  });

  test('that needs no permission is allowed', () => {
    expect(judgeCall(call('sts:GetCallerIdentity', {}), judge([])).kind).toBe('allowed');
  });

  test('meets the table of the template by the name that the handler got for it', () => {
    const statements = [allow('dynamodb:GetItem', `${table}/\${Orders}`)];
    const names = bindNames({ TABLE: '${Orders}' }, { TABLE: 'orders-local' });
    const asked = (name: string) =>
      judgeCall(call('dynamodb:GetItem', { TableName: name }), judge(statements, { names })).kind;
    expect([asked('orders-local'), asked('other')]).toEqual(['allowed', 'denied']);
    expect(judgeCall(call('dynamodb:GetItem', { TableName: 'other' }), judge(statements)).kind).toBe('unknown');
  });

  test('whose resource is not told is allowed by a statement for all of them, and else not known', () => {
    const decrypt = call('kms:Decrypt', { CiphertextBlob: 'AAAA' });
    expect(judgeCall(decrypt, judge([allow('kms:Decrypt', '*')])).kind).toBe('allowed');
    const one = [allow('kms:Decrypt', 'arn:aws:kms:eu-west-1:123456789012:key/1')];
    expect(judgeCall(decrypt, judge(one)).kind).toBe('unknown');
    expect(judgeCall(decrypt, judge([allow('kms:Encrypt', '*')])).kind).toBe('denied');
  });

  test('whose permission may not be needed is never denied for the lack of it', () => {
    const statements = [allow('ssm:GetParameter', '*')];
    const read = call('ssm:GetParameter', { Name: 'k', WithDecryption: true }, { Parameter: { Type: 'SecureString' } });
    expect(judgeCall(read, judge(statements))).toMatchObject({
      kind: 'unknown',
      reasons: [expect.stringContaining("unless the key is AWS's own, aws/ssm")],
    });
    const keyed = call(
      's3:GetObject',
      { Bucket: 'b', Key: 'k' },
      { SSEKMSKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    );
    expect(judgeCall(keyed, judge([allow('s3:GetObject', '*')]))).toMatchObject({
      kind: 'unknown',
      reasons: [expect.stringContaining("unless the key is AWS's own, aws/s3")],
    });
  });

  test('in an account that is not known is not denied by a statement that names one', () => {
    const statements = [allow('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:999988887777:table/orders')];
    const read = call('dynamodb:GetItem', { TableName: 'orders' });
    expect(judgeCall(read, judge(statements)).kind).toBe('denied');
    expect(judgeCall(read, judge(statements, { isAccountKnown: false }))).toMatchObject({
      kind: 'unknown',
      reasons: [expect.stringContaining('aws:accountId=999988887777')],
    });
  });

  test('may be about the own account where that is not known', () => {
    const read = call('sns:Publish', { TopicArn: 'arn:aws:sns:eu-west-1:999988887777:news', Message: '' });
    const own = [allow('sns:Publish', 'arn:aws:sns:eu-west-1:123456789012:news')];
    expect(judgeCall(read, judge(own)).kind).toBe('denied');
    expect(judgeCall(read, judge(own, { isAccountKnown: false }))).toMatchObject({
      kind: 'unknown',
      reasons: [expect.stringContaining('aws:accountId=999988887777')],
    });
    expect(judgeCall(read, judge([allow('sns:*', '*')], { isAccountKnown: false })).kind).toBe('allowed');
  });

  test('is judged by the conditions that it tells itself', () => {
    const mine: Statement = {
      ...allow('s3:ListBucket', 'arn:aws:s3:::b'),
      Condition: { StringLike: { 's3:prefix': ['mine/*'] } },
    };
    const list = (members: Call['members']) =>
      judgeCall(call('s3:ListObjectsV2', { Bucket: 'b', ...members }), judge([mine])).kind;
    expect([list({ Prefix: 'mine/a' }), list({ Prefix: 'other/' }), list({})]).toEqual(['allowed', 'denied', 'denied']);
  });

  test('of an address may be allowed by its domain', () => {
    const statements = [allow('ses:SendEmail', 'arn:aws:ses:eu-west-1:123456789012:identity/example.com')];
    const send = call('ses:SendEmail', { FromEmailAddress: 'a@example.com' });
    expect(judgeCall(send, judge(statements)).kind).toBe('allowed');
  });
});

describe('the error of a denied call', () => {
  const principal = 'arn:aws:sts::123456789012:assumed-role/Role/f';
  const errorOf = (asked: Call, statements: readonly Statement[]) => {
    const verdict = judgeCall(asked, judge(statements));
    if (verdict.kind !== 'denied') throw new Error(`it is ${verdict.kind}`);
    return denialError(asked, verdict, principal);
  };

  test("is in the words of IAM, under the service's own code", () => {
    expect(errorOf(call('dynamodb:GetItem', { TableName: 't' }), [])).toEqual({
      code: 'AccessDeniedException',
      message: `User: ${principal} is not authorized to perform: dynamodb:GetItem on resource: ${table}/t because no identity-based policy allows the dynamodb:GetItem action`,
    });
    const denied: Statement = { Effect: 'Deny', Action: ['*'], Resource: ['*'] };
    expect(errorOf(call('s3:HeadBucket', { Bucket: 'b' }), [denied])).toEqual({
      code: 'AccessDenied',
      message: `User: ${principal} is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::b with an explicit deny in an identity-based policy`,
    });
  });
});

describe('names that only a deploy knows', () => {
  test.each([
    ['${Table}', 'orders', { Table: 'orders' }],
    [
      'https://sqs.eu-west-1.amazonaws.com/123456789012/${Queue}',
      'http://localhost:4566/000000000000/jobs',
      { Queue: 'jobs' },
    ],
    ['arn:aws:sns:eu-west-1:123456789012:${Topic}', 'arn:aws:sns:eu-west-1:000000000000:news', { Topic: 'news' }],
    ['prefix-${Table}-suffix', 'prefix-a-suffix', { Table: 'a' }],
    ['prefix-${Table}', 'other', {}],
    ['${A}-${B}', 'a-b', {}],
    ['${Api.RootResourceId}', 'x1', { 'Api.RootResourceId': 'x1' }],
    ['plain', 'plain', {}],
  ])('of %s with the value %s', (configured, actual, names) => {
    expect(Object.fromEntries(bindNames({ V: configured }, { V: actual }))).toEqual(names);
  });
});
