import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';
import { entry, nodeRuntime } from './command.js';

const configuration = `service: shop
provider:
  name: aws
  runtime: nodejs22.x
  iam:
    role:
      statements:
        - {Effect: Allow, Action: 'dynamodb:GetItem', Resource: !GetAtt Orders.Arn}
functions:
  read: {handler: h.e, environment: {TABLE: !Ref Orders, KEY: '\${ssm:/key}'}}
resources: {Resources: {Orders: {Type: AWS::DynamoDB::Table}}}
`;

const line = (operation: string): string =>
  `${JSON.stringify({ function: 'read', service: 'dynamodb', operation, region: 'us-east-1', account: '123456789012', resources: [], request: { TableName: 'local' }, response: {} })}\n`;

async function run(...args: readonly string[]) {
  const folder = await folderOf({
    'serverless.yml': configuration,
    'good.jsonl': line('GetItem'),
    'bad.jsonl': line('GetItem') + line('PutItem'),
    'broken.jsonl': `${line('GetItem')}{}\n`,
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'permissions', '-f', 'read', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { folder, status, stdout, stderr };
}

const named = ['-e', 'TABLE=local'];

describe('invoke-local permissions', () => {
  test('prints the statements with their places, and asks for the value of no variable', async () => {
    const { status, stdout, stderr } = await run();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('# A statement of provider.iam.role, serverless.yml:8:11\n{');
    expect(stdout).toContain('"arn:aws:dynamodb:us-east-1:123456789012:table/${Orders}"');
  });

  test('prints the policy as JSON', async () => {
    const { stdout } = await run('--json');
    expect(JSON.parse(stdout)).toMatchObject({
      role: 'IamRoleLambdaExecution',
      policy: { Version: '2012-10-17', Statement: [{}, {}, { Action: 'dynamodb:GetItem' }] },
      managedPolicies: [],
      unknown: [],
    });
  });

  test('judges the calls of a file, and fails where one would be denied', async () => {
    const good = await run('--calls', 'good.jsonl', ...named);
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toContain('allowed   dynamodb:GetItem\n');
    const bad = await run('--calls=bad.jsonl', ...named);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('error: dynamodb:PutItem would be denied in Lambda.');
  });

  test('prints the statements that the calls of a file need', async () => {
    const { stdout } = await run('--suggest', 'bad.jsonl', ...named);
    expect(parse(stdout)).toEqual({
      provider: {
        iam: {
          role: {
            statements: [
              {
                Effect: 'Allow',
                Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
                Resource: [
                  { 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}' },
                ],
              },
            ],
          },
        },
      },
    });
  });

  test('prints the policy of a session that may do no more, once all names are known', async () => {
    const open = await run('--session-policy');
    expect(open.status).toBe(2);
    expect(open.stderr).toContain('The policy of read has names that only a deploy knows: Orders.');
    const { stdout } = await run('--session-policy', '--variable', 'ref:Orders=orders-1');
    const { Statement: statements } = JSON.parse(stdout);
    expect(statements.at(-1)).toEqual({
      Effect: 'Allow',
      Action: 'dynamodb:GetItem',
      Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/orders-1',
    });
    expect(stdout.length).toBeLessThan(2048);
  });

  test('refuses a file that is not there, and a line that is no call', async () => {
    const missing = await run('--calls', 'nowhere.jsonl');
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain("The calls nowhere.jsonl can't be read");
    const broken = await run('--calls', 'broken.jsonl');
    expect(broken.stderr).toContain('broken.jsonl:2');
  });
});

describe('the flag --permissions', () => {
  const handler = `exports.handler = async ({ operation }) => {
  const answer = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.' + operation,
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: process.env.TABLE, Key: { id: { S: '1' } }, Item: { id: { S: '1' } } }),
  });
  return answer.status;
};
`;
  const stubs = `service: dynamodb
operation: GetItem
response: {Item: {id: {S: '1'}}}
---
service: dynamodb
operation: PutItem
response: {}
`;

  async function invoke(mode: string, operation: string, ...more: readonly string[]) {
    const folder = await folderOf({
      'serverless.yml': configuration.replace('nodejs22.x', nodeRuntime).replace(", KEY: '${ssm:/key}'", ''),
      'h.js': handler.replace('exports.handler', 'exports.e'),
      'stubs.yml': stubs,
    });
    const args = ['-f', 'read', ...named, '--stubs', 'stubs.yml', '--permissions', mode, ...more];
    return spawnSync(process.execPath, [entry, ...args, '-d', JSON.stringify({ operation })], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: join(repositoryRoot, '.cache') },
    });
  }

  test.each([
    ['audit', 'GetItem', 0, '200'],
    ['audit', 'PutItem', 1, '200'],
    ['enforce', 'GetItem', 0, '200'],
    ['enforce', 'PutItem', 1, '403'],
  ])('%s of %s ends with %d, and the call with %s', async (mode, operation, code, answer) => {
    const { status, stdout, stderr } = await invoke(mode, operation);
    expect([status, stdout.trim()]).toEqual([code, answer]);
    expect(stderr.includes('error: dynamodb:PutItem would be denied in Lambda.')).toBe(code === 1);
  });

  test('with --no-fail-on-denied a denied call is a warning, and the command ends well', async () => {
    const { status, stdout, stderr } = await invoke('audit', 'PutItem', '--no-fail-on-denied');
    expect([status, stdout.trim()]).toEqual([0, '200']);
    expect(stderr).toContain('warning: dynamodb:PutItem would be denied in Lambda.');
  });

  test('takes no other word', async () => {
    const { status, stderr } = await invoke('strict', 'GetItem');
    expect(status).toBe(2);
    expect(stderr).toContain('The flag --permissions takes audit, enforce or assume, and "strict" was given.');
  });
});
