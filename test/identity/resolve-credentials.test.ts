import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadAws } from '../../src/aws/load.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import type { CredentialsOptions } from '../../src/identity/credentials-options.js';
import { resolveCredentials } from '../../src/identity/resolve-credentials.js';
import { repositoryRoot } from '../paths.js';

interface Setup extends Partial<Omit<CredentialsOptions, 'hostEnvironment' | 'stepEnvironment'>> {
  readonly credentials?: string;
  readonly config?: string;
  readonly environment?: Record<string, string>;
}

async function resolve({ credentials, config, environment = {}, ...rest }: Setup = {}) {
  const home = await mkdtemp(join(tmpdir(), 'identity-'));
  const credentialsFile = join(home, 'credentials');
  const configFile = join(home, 'config');
  if (credentials !== undefined) await writeFile(credentialsFile, credentials);
  if (config !== undefined) await writeFile(configFile, config);
  const reported: Diagnostic[] = [];
  let loaded = false;
  const found = await resolveCredentials({
    request: {},
    stepEnvironment: {},
    hostEnvironment: {
      HOME: home,
      AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
      AWS_CONFIG_FILE: configFile,
      ...environment,
    },
    loadAws: () => {
      loaded = true;
      return loadAws(join(repositoryRoot, 'lib', 'src'));
    },
    report: (diagnostic) => reported.push(diagnostic),
    signal: new AbortController().signal,
    ...rest,
  });
  return { found, reported, loaded };
}

async function failureOf(setup: Setup): Promise<UserError> {
  const error = await resolve(setup).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

const profiles = `
[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = default-secret

[dev]
aws_access_key_id = AKIADEV
aws_secret_access_key = dev-secret
aws_session_token = dev-token

[regional]
region = eu-west-1
`;
/** What a service says with `provider.profile`. */
const ownProfile = (profile: string, isFirst = false) => ({
  candidates: [{ setting: 'provider.profile', identity: { profile } }],
  isFirst,
});
const environmentKeys = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env-secret' };
const inputKeys = { accessKeyId: 'AKIAIN', secretAccessKey: 'in-secret' };

describe('the order in which credentials are looked for', () => {
  const everything = {
    credentials: profiles,
    service: ownProfile('dev'),
    environment: { ...environmentKeys, AWS_PROFILE: 'dev', AWS_SESSION_TOKEN: 'env-token' },
  };

  test('the given keys come first, and never meet the session token of the environment', async () => {
    const { found, loaded } = await resolve({ ...everything, request: { ...inputKeys, profile: 'dev' } });
    expect(found).toEqual({ accessKeyId: 'AKIAIN', secretAccessKey: 'in-secret', source: 'input' });
    expect(loaded).toBe(false);
  });

  test('the given keys come with the given session token', async () => {
    const { found } = await resolve({ request: { ...inputKeys, sessionToken: 'in-token' } });
    expect(found).toHaveProperty('sessionToken', 'in-token');
  });

  test('the given profile comes second, and never meets the session token of the environment', async () => {
    const { found } = await resolve({ ...everything, request: { profile: 'default' } });
    expect(found).toEqual({
      accessKeyId: 'AKIADEFAULT',
      secretAccessKey: 'default-secret',
      source: 'profile',
      profile: 'default',
    });
  });

  test('the keys of the environment come third', async () => {
    const { found, loaded } = await resolve(everything);
    expect(found).toEqual({
      accessKeyId: 'AKIAENV',
      secretAccessKey: 'env-secret',
      sessionToken: 'env-token',
      source: 'environment',
    });
    expect(loaded).toBe(false);
  });

  test('AWS_PROFILE comes fourth', async () => {
    const { found } = await resolve({
      credentials: profiles,
      service: ownProfile('default'),
      environment: { AWS_PROFILE: 'dev', AWS_SESSION_TOKEN: 'stale' },
    });
    expect(found).toMatchObject({ accessKeyId: 'AKIADEV', sessionToken: 'dev-token', profile: 'dev' });
  });

  test('provider.profile comes fifth', async () => {
    const { found } = await resolve({ credentials: profiles, service: ownProfile('dev') });
    expect(found).toMatchObject({ accessKeyId: 'AKIADEV', profile: 'dev' });
  });

  test("provider.profile comes before the environment where the service's dialect says so, and after the given", async () => {
    const first = { ...everything, service: ownProfile('default', true) };
    expect((await resolve(first)).found).toMatchObject({ accessKeyId: 'AKIADEFAULT', profile: 'default' });
    expect((await resolve({ ...first, request: { profile: 'dev' } })).found).toMatchObject({ profile: 'dev' });
    expect((await resolve({ ...first, request: inputKeys })).found).toMatchObject({ accessKeyId: 'AKIAIN' });
    const { found, reported } = await resolve({ ...first, service: ownProfile('gone', true) });
    expect(found).toMatchObject({ accessKeyId: 'AKIAENV' });
    expect(reported).toEqual([expect.objectContaining({ severity: 'notice', code: 'profile-absent' })]);
  });

  test("the service's own keys never meet the session token of the environment, and are told from the environment's", async () => {
    const identity = { accessKeyId: 'AKIAOWN', secretAccessKey: 'own-secret' };
    const service = { candidates: [{ setting: 'a', identity }, ...ownProfile('dev').candidates], isFirst: true };
    const { found, loaded } = await resolve({ ...everything, service });
    expect(found).toEqual({ ...identity, source: 'service' });
    expect(loaded).toBe(false);
  });

  test('the setting that names a profile stands in the message', async () => {
    const service = {
      candidates: [{ setting: 'stages.dev.resolvers.a', identity: { profile: 'gone' } }],
      isFirst: true,
    };
    const { reported } = await resolve({ service });
    expect(reported[0]?.message).toBe(
      'The profile "gone" of stages.dev.resolvers.a does not exist, so it is not used.',
    );
  });

  test('the default profile comes last', async () => {
    const { found } = await resolve({ credentials: profiles });
    expect(found).toMatchObject({ accessKeyId: 'AKIADEFAULT', profile: 'default' });
  });

  test('there are none where nothing gives any, and the SDK is not loaded to find that out', async () => {
    expect(await resolve()).toEqual({ found: undefined, reported: [], loaded: false });
  });

  test('empty strings are unset', async () => {
    const { found, reported } = await resolve({
      request: { accessKeyId: '', secretAccessKey: '', sessionToken: '', profile: '' },
      environment: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_PROFILE: '' },
      service: { candidates: [], isFirst: false },
    });
    expect({ found, reported }).toEqual({ found: undefined, reported: [] });
  });
});

describe('keys that are not whole', () => {
  test.each([
    [{ accessKeyId: 'AKIA' }, 'The credentials are incomplete: aws-secret-access-key is not given.'],
    [{ secretAccessKey: 's' }, 'The credentials are incomplete: aws-access-key-id is not given.'],
    [{ sessionToken: 't' }, 'aws-access-key-id and aws-secret-access-key are not given.'],
  ])('%j of the caller is an error', async (request, expected) => {
    expect((await failureOf({ request })).message).toContain(expected);
  });

  test('of the environment are warned of, and the next source is asked', async () => {
    const { found, reported } = await resolve({ credentials: profiles, environment: { AWS_ACCESS_KEY_ID: 'AKIA' } });
    expect(found).toMatchObject({ profile: 'default' });
    expect(reported).toEqual([expect.objectContaining({ severity: 'warning', code: 'credentials-incomplete' })]);
    expect(reported[0]?.message).toContain('AWS_ACCESS_KEY_ID but not AWS_SECRET_ACCESS_KEY');
  });
});

describe('profiles', () => {
  test('one that the caller asked for and that is not there is an error that lists those that are', async () => {
    const config = '[profile work]\nregion = eu-west-1\n[sso-session corp]\nsso_region = eu-west-1\n';
    const error = await failureOf({ credentials: profiles, config, request: { profile: 'prod' } });
    expect(error.message).toBe(
      'There is no profile "prod" (aws-profile). Those that are there: default, dev, regional, work.',
    );
  });

  test('one that the caller asked for where there are no files at all is an error', async () => {
    expect((await failureOf({ request: { profile: 'prod' } })).message).toContain('No profile is there: looked in');
  });

  test('provider.profile that is not there is a notice, and the default profile is asked', async () => {
    const { found, reported } = await resolve({ credentials: profiles, service: ownProfile('prod') });
    expect(found).toMatchObject({ profile: 'default' });
    expect(reported).toEqual([expect.objectContaining({ severity: 'notice', code: 'profile-absent' })]);
  });

  test('AWS_PROFILE that is not there is a warning', async () => {
    const { found, reported } = await resolve({ environment: { AWS_PROFILE: 'prod' } });
    expect(found).toBeUndefined();
    expect(reported).toEqual([expect.objectContaining({ severity: 'warning', code: 'profile-absent' })]);
  });

  test('a default profile without credentials is passed over in silence', async () => {
    const { found, reported } = await resolve({ config: '[default]\nregion = eu-west-1\n' });
    expect({ found, reported }).toEqual({ found: undefined, reported: [] });
  });

  test('a profile that was asked for and has no credentials is an error', async () => {
    const error = await failureOf({ credentials: profiles, request: { profile: 'regional' } });
    expect(error.message).toContain('It has no credentials');
  });

  test('a program gives the credentials of a profile with credential_process', async () => {
    const answer = { Version: 1, AccessKeyId: 'AKIAPROC', SecretAccessKey: 's', SessionToken: 't' };
    const folder = await mkdtemp(join(tmpdir(), 'identity-'));
    const program = join(folder, 'give.cjs');
    await writeFile(program, `console.log(${JSON.stringify(JSON.stringify(answer))})`);
    const config = `[profile work]\ncredential_process = "${process.execPath}" "${program}"\n`;
    const { found } = await resolve({ config, request: { profile: 'work' } });
    expect(found).toMatchObject({ accessKeyId: 'AKIAPROC', sessionToken: 't', source: 'profile', profile: 'work' });
  });

  const expired = `[profile work]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Developer

[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.example.com/start
`;

  test('an expired SSO session is an error in the words of the SDK, and says how to log in', async () => {
    const error = await failureOf({ config: expired, request: { profile: 'work' } });
    expect(error.message).toMatch(/^The credentials of the profile "work" \(aws-profile\) could not be loaded: .*sso/i);
    expect(error.diagnostic.hint).toBe('Log in again with: aws sso login --profile work');
  });

  test('a default profile whose SSO session is expired is a warning, for nobody asked for it', async () => {
    const { found, reported } = await resolve({ config: expired.replace('[profile work]', '[default]') });
    expect(found).toBeUndefined();
    expect(reported).toEqual([expect.objectContaining({ severity: 'warning', code: 'profile-failed' })]);
  });

  test.each(['Ec2InstanceMetadata', 'EcsContainer'])(
    'the identity of the machine (%s) is never used',
    async (source) => {
      const config = `[profile work]
role_arn = arn:aws:iam::123456789012:role/deep
source_profile = base
[profile base]
role_arn = arn:aws:iam::123456789012:role/base
credential_source = ${source}
`;
      const error = await failureOf({ config, request: { profile: 'work' } });
      expect(error.message).toContain(`from the machine itself (credential_source = ${source})`);
    },
  );

  test('a role is assumed with the keys of its source profile', async () => {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      bodies.push(await textOf(request));
      response.setHeader('Content-Type', 'text/xml').end(assumedRole);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const before = process.env['AWS_ENDPOINT_URL_STS'];
    process.env['AWS_ENDPOINT_URL_STS'] = endpoint;
    try {
      const config = '[profile work]\nrole_arn = arn:aws:iam::123456789012:role/deep\nsource_profile = dev\n';
      const { found } = await resolve({
        credentials: profiles,
        config,
        request: { profile: 'work' },
        region: 'eu-west-1',
      });
      expect(found).toMatchObject({ accessKeyId: 'ASIAROLE', sessionToken: 'role-token', profile: 'work' });
      expect(bodies.join()).toContain('Action=AssumeRole');
    } finally {
      if (before === undefined) delete process.env['AWS_ENDPOINT_URL_STS'];
      else process.env['AWS_ENDPOINT_URL_STS'] = before;
      server.closeAllConnections();
      server.close();
    }
  });
});

const assumedRole = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/deep/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser>
<Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>role-token</SessionToken>
<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
