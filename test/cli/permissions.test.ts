import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { folderOf } from '../service/open-folder.js';
import { entry } from './command.js';

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
