import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/diagnostics/user-error.js';
import type { CredentialsOptions } from '../../src/identity/credentials-options.js';
import { narrowCredentials } from '../../src/identity/narrow-credentials.js';
import { readRole, type WrittenRole } from '../../src/identity/read-role.js';
import type { CredentialsRequest, RoleRequest } from '../../src/identity/request.js';
import { resolveCredentials } from '../../src/identity/resolve-credentials.js';
import { givenKeys, startTokenService, subject, tokenFor } from './token-service.js';

const service = await startTokenService();
afterAll(async () => service[Symbol.asyncDispose]());
const secrets: unknown[] = [];
beforeEach(() => {
  service.seen.length = 0;
  service.refusal = undefined;
  service.tokenStatuses.length = 0;
  secrets.length = 0;
});

const arn = 'arn:aws:iam::111122223333:role/deploy/ci';
const userKeys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'user-secret' };

function role(written: Partial<WrittenRole> = {}, tags: Record<string, string> = {}): RoleRequest {
  const read = readRole({ arn, ...written }, { sessionName: 'GitHubActions', tags }, (name) => `the input \`${name}\``);
  if (read === undefined) throw new Error('no role was read');
  return read;
}

function optionsFor(
  request: CredentialsRequest,
  environment: Readonly<Record<string, string>> = {},
  region = 'eu-west-1',
): CredentialsOptions {
  const all = { HOME: '/nonexistent', AWS_ENDPOINT_URL_STS: service.url, ...environment };
  return {
    request,
    hostEnvironment: all,
    stepEnvironment: all,
    region,
    loadAws: () => import('../../src/aws/index.js'),
    report: () => {},
    onSecret: (secret) => secrets.push(secret),
    signal: new AbortController().signal,
  };
}

const resolve = (...given: Parameters<typeof optionsFor>) => resolveCredentials(optionsFor(...given));

async function failure(work: () => Promise<unknown>): Promise<{ message: string; hint: string | undefined }> {
  const error = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  const { message, hint } = (error as UserError).diagnostic;
  return { message, hint };
}

describe('a role to assume', () => {
  test('is assumed with the keys of the environment, by its session, external id, duration and tags', async () => {
    const asked = role(
      { externalId: 'x-1', durationSeconds: '1800', tags: '{"Team":"orders"}' },
      { GitHub: 'Actions' },
    );
    const count = 1;
    expect(await resolve({ role: asked }, userKeys)).toEqual({
      ...givenKeys(count),
      source: 'session',
      session: `of the role ${arn}`,
    });
    expect(service.seen).toEqual([
      {
        what: 'AssumeRole',
        accessKeyId: userKeys.AWS_ACCESS_KEY_ID,
        members: {
          Version: '2011-06-15',
          RoleArn: arn,
          RoleSessionName: 'GitHubActions',
          ExternalId: 'x-1',
          DurationSeconds: '1800',
          'Tags.member.1.Key': 'Team',
          'Tags.member.1.Value': 'orders',
          'Tags.member.2.Key': 'GitHub',
          'Tags.member.2.Value': 'Actions',
        },
      },
    ]);
  });

  test("is assumed with a token of the workflow's identity where the job may get one, unsigned and without tags", async () => {
    await resolve({ role: role({}, { GitHub: 'Actions' }) }, { ...userKeys, ...service.tokenVariables });
    expect(service.seen.map(({ what, accessKeyId }) => [what, accessKeyId])).toEqual([
      ['token', undefined],
      ['AssumeRoleWithWebIdentity', undefined],
    ]);
    expect(service.seen[0]?.members).toEqual({ 'api-version': '2.0', audience: 'sts.amazonaws.com' });
    expect(service.seen[1]?.members).toEqual({
      Version: '2011-06-15',
      RoleArn: arn,
      RoleSessionName: 'GitHubActions',
      WebIdentityToken: tokenFor('sts.amazonaws.com'),
    });
    expect(secrets).toEqual([tokenFor('sts.amazonaws.com')]);
  });

  test.each<[string, CredentialsRequest, string]>([
    ['the keys that the caller names', { accessKeyId: 'AKIAOTHER', secretAccessKey: 's' }, 'AKIAOTHER'],
    [
      'those of the environment, where roles are chained',
      { role: role({ isChained: true }) },
      userKeys.AWS_ACCESS_KEY_ID,
    ],
  ])('is assumed with %s, although there is a token', async (_, request, key) => {
    await resolve({ role: role(), ...request }, { ...userKeys, ...service.tokenVariables });
    expect(service.seen.map(({ what, accessKeyId }) => [what, accessKeyId])).toEqual([['AssumeRole', key]]);
  });

  test.each([
    ['cn-north-1', 'arn:aws-cn:iam::111122223333:role/ci', undefined, 'sts.amazonaws.com.cn'],
    ['us-gov-west-1', 'arn:aws-us-gov:iam::111122223333:role/ci', undefined, 'sts.amazonaws.com'],
    ['eu-west-1', arn, 'my-audience', 'my-audience'],
  ])('in %s has the audience of its partition, or the one that was given', async (region, own, audience, expected) => {
    await resolve({ role: role({ arn: own, audience }) }, service.tokenVariables, region);
    expect(service.seen[0]?.members['audience']).toBe(expected);
  });

  test("sends no token to an endpoint that the project's `.env` names", async () => {
    const options = optionsFor({ role: role() }, service.tokenVariables);
    const hostEnvironment = { ...options.hostEnvironment, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1' };
    await resolveCredentials({ ...options, hostEnvironment });
    expect(service.seen.map(({ what }) => what)).toEqual(['token', 'AssumeRoleWithWebIdentity']);
  });

  test('asks the runner again where its service fails, and not where it refuses', async () => {
    service.tokenStatuses.push(503);
    await resolve({ role: role() }, service.tokenVariables);
    expect(service.seen.map(({ what }) => what)).toEqual(['token', 'token', 'AssumeRoleWithWebIdentity']);
    service.seen.length = 0;
    service.tokenStatuses.push(403);
    const { message } = await failure(() => resolve({ role: role() }, service.tokenVariables));
    expect(message).toBe("The runner gave no token of the workflow's identity: it answered with the status 403.");
    expect(service.seen).toHaveLength(1);
  });
});

describe('a role that is not assumed says', () => {
  test('the permission that the job lacks', async () => {
    const { message, hint } = await failure(() => resolve({ role: role() }, { GITHUB_ACTIONS: 'true' }));
    expect(message).toBe(
      `There is nothing to assume the role ${arn} with: there are no credentials, and the job has no permission to get a token of its own identity.`,
    );
    expect(hint).toContain('permissions:\n  id-token: write\n  contents: read\n');
  });

  test('that there are no credentials, outside of a workflow', async () => {
    const { hint } = await failure(() => resolve({ role: role() }));
    expect(hint).toBe('Give keys, or a profile (`aws-profile`).');
  });

  test('that its partition is another one, and asks nobody', async () => {
    const { message } = await failure(() => resolve({ role: role() }, userKeys, 'us-gov-west-1'));
    expect(message).toBe(
      `The role ${arn} is in the partition aws, and the region us-gov-west-1 in aws-us-gov: credentials of one are not valid in the other.`,
    );
    expect(service.seen).toEqual([]);
  });

  const denied = { status: 403, code: 'AccessDenied', message: 'User: u is not authorized to perform: sts:AssumeRole' };

  test('what its trust policy lacks for a token', async () => {
    service.refusal = { ...denied, message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' };
    expect(await failure(() => resolve({ role: role() }, service.tokenVariables))).toEqual({
      message: `The role ${arn} was not assumed: AWS STS says AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity.`,
      hint: `The role's trust policy has to allow sts:AssumeRoleWithWebIdentity to the provider token.actions.githubusercontent.com, for the audience \`sts.amazonaws.com\` and the subject \`${subject}\`.`,
    });
  });

  test.each<[string, RoleRequest, string]>([
    ['for keys', role(), "The role's trust policy has to allow sts:AssumeRole to these credentials, and"],
    ['for an external id', role({ externalId: 'x' }), 'to these credentials for this external id, and'],
    ['for tags', role({}, { GitHub: 'Actions' }), 'sts:TagSession (or `role-skip-session-tagging: true`'],
  ])('what its trust policy lacks %s', async (_, asked, expected) => {
    service.refusal = denied;
    const { hint } = await failure(() => resolve({ role: asked }, userKeys));
    expect(hint).toContain(expected);
  });

  test.each([
    [400, 'InvalidIdentityToken', 'No OpenIDConnect provider found in your account', 'needs an identity provider for'],
    [400, 'ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration', 'a smaller `role-dur'],
    [400, 'PackedPolicyTooLarge', 'too large', '`permissions-role: function`'],
    [403, 'RegionDisabledException', 'STS is not activated in this region', 'Activate AWS STS for the region'],
    [403, 'InvalidClientTokenId', 'The security token included in the request is invalid', 'Renew the credentials'],
  ])('%s %s in a sentence', async (status, code, message, expected) => {
    service.refusal = { status, code, message };
    const said = await failure(() => resolve({ role: role() }, { ...userKeys, ...service.tokenVariables }));
    expect(said.hint).toContain(expected);
    expect(said.message).toContain(message);
    expect(said.message).not.toContain(tokenFor('sts.amazonaws.com'));
  });

  test('that nobody answers', async () => {
    const { message } = await failure(() =>
      resolve({ role: role() }, { ...userKeys, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1' }),
    );
    expect(message).toMatch(
      /^The role .* was not assumed: the request has no answer: AWS STS at http:\/\/127\.0\.0\.1:1 can't/,
    );
  });
});

describe('what is written of a role', () => {
  test.each<[string, Partial<WrittenRole>, RegExp]>([
    ['no ARN', { arn: 'ci' }, /^The input `role-to-assume` is "ci", which is no ARN of a role\.$/],
    ['a user', { arn: 'arn:aws:iam::111122223333:user/ci' }, /no ARN of a role/],
    ['blanks in the session', { sessionName: 'a b' }, /^The input `role-session-name` is "a b"/],
    ['too short a time', { durationSeconds: '60' }, /^The input `role-duration-seconds` is "60", .* 900 to 43200\.$/],
    ['no number', { durationSeconds: '1h' }, /"1h"/],
    ['no JSON', { tags: 'a=b' }, /^The input `custom-tags` is no JSON object of texts\.$/],
    ['tags of other kinds', { tags: '{"a":1}' }, /custom-tags/],
  ])('is refused where it has %s', async (_, written, expected) => {
    const { message } = await failure(async () => role(written));
    expect(message).toMatch(expected);
  });

  test('may be nothing', () => {
    expect(readRole({ externalId: 'x' }, { sessionName: 's', tags: {} }, (name) => name)).toBeUndefined();
  });
});

describe('credentials are narrowed', () => {
  const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}]}';
  const toPolicy = { kind: 'policy', policy, sessionName: 'shop-dev-orders-that-has-a-very-long-name' } as const;
  const own = async () => undefined;
  const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 's', source: 'input' } as const;

  test.each([
    ['AssumeRole', userKeys],
    ['AssumeRoleWithWebIdentity', service.tokenVariables],
  ])("to a policy by the role's session, with %s", async (action, environment) => {
    await narrowCredentials(toPolicy, optionsFor({ role: role() }, environment), own);
    const call = service.seen.at(-1);
    expect([call?.what, call?.members['Policy'], call?.members['RoleArn']]).toEqual([action, policy, arn]);
  });

  test("to a policy by GetFederationToken, for a user's keys", async () => {
    const narrowed = await narrowCredentials(toPolicy, optionsFor({}), async () => keys);
    expect(narrowed.session).toBe('narrowed by AWS STS');
    expect(service.seen).toEqual([
      {
        what: 'GetFederationToken',
        accessKeyId: keys.accessKeyId,
        members: { Version: '2011-06-15', Name: 'shop-dev-orders-that-has-a-very-', Policy: policy },
      },
    ]);
  });

  test('not where they are temporary, and no role is named', async () => {
    const { message } = await failure(() =>
      narrowCredentials(toPolicy, optionsFor({}), async () => ({ ...keys, sessionToken: 't' })),
    );
    expect(message).toContain('temporary credentials, which AWS STS narrows only by way of a role');
    expect(service.seen).toEqual([]);
  });

  test('not where there are none', async () => {
    const { hint } = await failure(() => narrowCredentials(toPolicy, optionsFor({}), own));
    expect(hint).toContain('`permissions: audit`');
  });

  test("to a function's role, which says whom it has to trust", async () => {
    const toRole = { kind: 'role', arn: 'arn:aws:iam::111122223333:role/fn', sessionName: 'shop-dev-f' } as const;
    await narrowCredentials(toRole, optionsFor({}), async () => ({ ...keys, sessionToken: 't' }));
    const { RoleArn, RoleSessionName, DurationSeconds } = service.seen[0]?.members ?? {};
    expect([RoleArn, RoleSessionName, DurationSeconds]).toEqual([toRole.arn, 'shop-dev-f', undefined]);
    // A role that assumes another one has it for an hour at most.
    const long = optionsFor({ role: role({ durationSeconds: '7200' }) });
    await narrowCredentials(toRole, long, async () => ({ ...keys, sessionToken: 't' }));
    expect(service.seen[1]?.members['DurationSeconds']).toBe('3600');
    service.refusal = { status: 403, code: 'AccessDenied', message: 'no' };
    const { hint } = await failure(() => narrowCredentials(toRole, optionsFor({}), async () => keys));
    expect(hint).toContain("A function's role trusts Lambda alone");
  });
});
