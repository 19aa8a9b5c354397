import { realpathSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeRuntime } from '../../cli/command.js';
import type { StepResult } from '../../harness/run-step.js';
import { type givenKeys, startTokenService, tokenFor } from '../../identity/token-service.js';
import { folderOf } from '../../service/open-folder.js';
import { invokeStep } from './step.js';

const functionRole = 'arn:aws:iam::111122223333:role/shop-dev-role';
const service = await startTokenService({ 'shop-dev-orders': functionRole });
afterAll(async () => service[Symbol.asyncDispose]());
beforeEach(() => {
  service.seen.length = 0;
  service.refusal = undefined;
});

const files = {
  'serverless.yml': `service: shop
provider:
  name: aws
  runtime: ${nodeRuntime}
  region: eu-west-1
  logs: {frameworkLambda: false}
  iam:
    role:
      statements:
        - {Effect: Allow, Action: ['dynamodb:GetItem', 'dynamodb:Get*'], Resource: !Sub 'arn:aws:dynamodb:eu-west-1:\${AWS::AccountId}:table/orders'}
        - {Effect: Allow, Action: 'dynamodb:Query', Resource: !GetAtt Orders.Arn}
functions:
  orders:
    handler: orders.call
    environment: {TABLE: !Ref Orders}
resources:
  Resources:
    Orders: {Type: AWS::DynamoDB::Table}
`,
  'orders.js': `exports.call = async () => {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env;
  console.log('secret', secret, 'token', token);
  return [id, secret, token].map((text) => text && text.split('').reverse().join(''));
};
`,
};

const arn = 'arn:aws:iam::777788889999:role/ci';

async function run(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const workspace = realpathSync(await folderOf(files));
  return invokeStep({
    service: '.',
    workspace,
    with: { function: 'orders', env: 'TABLE=orders-dev', ...inputs },
    env: { AWS_ENDPOINT_URL: service.url, ...env },
  });
}

/** The keys that the handler had: it returns them backwards, since they are masked. */
function keysOf({ outputs }: StepResult): unknown {
  const texts = JSON.parse(outputs['output'] ?? 'null') as string[];
  const [accessKeyId, secretAccessKey, sessionToken] = texts.map((text) => text.split('').reverse().join(''));
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** What the step gives away of secrets: in what the runner shows, and before it has masked it. */
function leaksOf(result: StepResult, secrets: readonly string[]): string[] {
  const before = result.rawLines.filter((line) => !line.startsWith('::add-mask::')).join('\n');
  const shown = [
    result.summary,
    ...result.log,
    JSON.stringify(result.annotations),
    JSON.stringify(result.outputs),
  ].join('\n');
  return secrets.filter(
    (secret) => shown.includes(secret) || (before.includes(secret) && !isMaskedFirst(result, secret)),
  );
}

function isMaskedFirst({ rawLines }: StepResult, secret: string): boolean {
  return rawLines.findIndex((line) => line.includes(secret)) === rawLines.indexOf(`::add-mask::${secret}`);
}

const given = { 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE', 'aws-secret-access-key': 'the-secret-of-the-user' };

describe('a step with a role to assume', () => {
  test('by OIDC: the handler gets its credentials, which are masked before anything is printed', async () => {
    const result = await run({ 'role-to-assume': arn }, { GITHUB_ACTIONS: 'true', ...service.tokenVariables });
    expect([result.outcome, service.seen.map(({ what }) => what)]).toEqual([
      'success',
      ['token', 'AssumeRoleWithWebIdentity'],
    ]);
    const keys = keysOf(result) as ReturnType<typeof givenKeys>;
    expect(keys.accessKeyId).toMatch(/^ASIAIOSFODNN7EXAMPL\d$/);
    expect(leaksOf(result, [...Object.values(keys), tokenFor('sts.amazonaws.com')])).toEqual([]);
  });

  test('by keys, with the tags of the workflow and without them', async () => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'octo/shop', GITHUB_WORKFLOW: 'build & test' };
    await run({ 'role-to-assume': arn, ...given }, env);
    const { members } = service.seen[0] ?? {};
    expect(members).toMatchObject({
      'Tags.member.1.Key': 'GitHub',
      'Tags.member.2.Value': 'octo/shop',
      'Tags.member.3.Value': 'build _ test',
    });
    service.seen.length = 0;
    await run({ 'role-to-assume': arn, 'role-skip-session-tagging': 'true', ...given }, env);
    expect(Object.keys(service.seen[0]?.members ?? {}).sort()).toEqual(['RoleArn', 'RoleSessionName', 'Version']);
  });

  test('fails with the permissions to add, where the job may not get a token', async () => {
    const result = await run({ 'role-to-assume': arn }, { GITHUB_ACTIONS: 'true' });
    expect(result.outcome).toBe('failure');
    expect(result.outputs['error-type']).toBe('InvokeLocal.InvalidRequest');
    expect(result.annotations.map(({ message }) => message).join('\n')).toContain('permissions:\n  id-token: write');
  });
});

test.each([{ 'role-to-assume': arn }, { 'role-to-assume': arn, permissions: 'assume' }, { permissions: 'assume' }])(
  'where no call leaves, as in the pull request of a fork, nothing has to be assumed: %j',
  async (inputs) => {
    const offline = await run({ ...inputs, aws: 'none' }, { GITHUB_ACTIONS: 'true' });
    expect([offline.outcome, service.seen]).toEqual(['success', []]);
    const online = await run({ ...inputs, aws: 'forward' }, { GITHUB_ACTIONS: 'true' });
    expect(online.outcome).toBe('failure');
  },
);

describe('permissions: assume', () => {
  const assume = { permissions: 'assume' };

  test("narrows a role to the function's policy, in the role's account and with the names that the handler has", async () => {
    const result = await run({ ...assume, 'role-to-assume': arn, ...given });
    expect(result.outcome).toBe('success');
    expect(service.seen.map(({ what }) => what)).toEqual(['AssumeRole']);
    const { Statement: statements } = JSON.parse(service.seen[0]?.members['Policy'] ?? '{}');
    expect(statements.filter(({ Resource: resource }: { Resource: string }) => /dynamodb/.test(resource))).toEqual([
      { Effect: 'Allow', Action: 'dynamodb:Get*', Resource: 'arn:aws:dynamodb:eu-west-1:777788889999:table/orders' },
      {
        Effect: 'Allow',
        Action: 'dynamodb:Query',
        Resource: 'arn:aws:dynamodb:eu-west-1:777788889999:table/orders-dev',
      },
    ]);
    expect(result.outputs['denied-calls']).toBe('');
    expect(leaksOf(result, Object.values(keysOf(result) as Record<string, string>))).toEqual([]);
  });

  test("narrows a user's keys, whose account it asks for", async () => {
    const result = await run({ ...assume, ...given });
    expect([result.outcome, service.seen.map(({ what }) => what)]).toEqual([
      'success',
      ['GetCallerIdentity', 'GetFederationToken'],
    ]);
    expect(service.seen[1]?.members['Policy']).toContain(':444455556666:table/orders-dev');
    expect(leaksOf(result, Object.values(keysOf(result) as Record<string, string>))).toEqual([]);
  });

  test("takes the deployed function's role, with the role that the caller names", async () => {
    const result = await run({ ...assume, 'permissions-role': 'function', 'role-to-assume': arn, ...given });
    expect(result.outcome).toBe('success');
    expect(service.seen.map(({ what, members }) => [what, members['RoleArn'], members['RoleSessionName']])).toEqual([
      ['AssumeRole', arn, 'GitHubActions'],
      ['GetFunctionConfiguration', undefined, undefined],
      ['AssumeRole', functionRole, 'shop-dev-orders'],
    ]);
    expect(service.seen[2]?.accessKeyId).toBe(service.seen[1]?.accessKeyId);
    expect(service.seen[2]?.members['Policy']).toBeUndefined();
  });

  test('says where the function is not deployed', async () => {
    const result = await run({ ...assume, 'permissions-role': 'function', stage: 'prod', ...given });
    expect(result.outputs['error-message']).toMatch(/^shop-prod-orders is not deployed in eu-west-1/);
  });

  test('says where there are no credentials', async () => {
    const result = await run(assume);
    expect([result.outcome, result.outputs['error-message']]).toEqual([
      'failure',
      expect.stringMatching(/narrows credentials to the function's own policy, and there are none/),
    ]);
  });

  test('says which name of a policy only a deploy knows', async () => {
    const result = await run({ ...assume, env: 'TABLE=', ...given });
    expect(result.outputs['error-message']).toMatch(/has names that only a deploy knows: Orders/);
    expect(service.seen.filter(({ what }) => what === 'GetFederationToken')).toEqual([]);
  });

  test('has no other word for the role', async () => {
    const result = await run({ ...assume, 'permissions-role': 'deployed' });
    expect(result.outputs['error-message']).toMatch(/The input `permissions-role` is "deployed", which is not known\./);
  });
});
