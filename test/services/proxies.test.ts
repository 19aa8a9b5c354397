import { execFileSync } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { run } from '../cli/command.js';
import { type HttpProxy, startProxy } from '../network/proxy.js';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';

const hosts = [
  '*.eu-west-1.amazonaws.com',
  '*.s3.eu-west-1.amazonaws.com',
  'api.doppler.com',
  'app.terraform.io',
  'vault.test',
];
const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;

/** What the services behind the proxy answer. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    const { host = '', 'x-amz-target': target } = request.headers;
    const json = (value: unknown): unknown => response.end(JSON.stringify(value));
    if (target === 'AmazonSSM.GetParameter') {
      response.setHeader('Content-Type', 'application/x-amz-json-1.1');
      json({ Parameter: { Type: 'String', Value: `${JSON.parse(body).Name} of ssm` } });
    } else if (body.includes('Action=DescribeStacks')) {
      const output = '<member><OutputKey>Out</OutputKey><OutputValue>of cf</OutputValue></member>';
      response.end(
        `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>s</StackName><Outputs>${output}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
      );
    } else if (body.includes('Action=GetCallerIdentity')) {
      response.end(
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
    } else if (body.includes('Action=AssumeRole')) {
      const expiry = new Date(Date.now() + 3_600_000).toISOString();
      response.end(
        `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIAASSUMED</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiry}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
      );
    } else if (host.includes('s3.')) response.end('of s3');
    else if (host === 'api.doppler.com') json({ value: { computed: 'of doppler' } });
    else if (host === 'app.terraform.io') {
      json({ data: [{ id: 'o', attributes: { name: 'out', value: 'of terraform' } }] });
    } else if (request.url === '/v1/secret/moved') {
      response.writeHead(307, { Location: '/v1/secret/data' }).end();
    } else json({ data: { value: `of vault at ${request.url}` } });
  });
}

const available = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('Proxies are not tested: there is no openssl.');
    return false;
  }
})();

(available ? describe : describe.skip)('with a proxy in the environment', () => {
  let proxy: HttpProxy;

  beforeAll(async () => {
    proxy = await startProxy(hosts, answer);
  });

  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
  });

  beforeEach(() => {
    proxy.requests.length = 0;
    proxy.credentials.length = 0;
    proxy.status = 200;
  });

  const keys = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };

  /** What a variable is in the environment of the function. */
  async function resolvedBy(variable: string, environment: NodeJS.ProcessEnv, files: Record<string, string> = {}) {
    const stages = 'stages: {default: {resolvers: {terraform: {type: terraform, backend: cloud, workspaceId: w}}}}\n';
    const folder = await folderOf({
      'serverless.yml': `service: svc\nprovider: {name: aws, runtime: ${runtime}, region: eu-west-1}\n${stages}functions:\n  f: {handler: h.f, environment: {VALUE: "\${${variable}}"}}\n`,
      'h.js': 'exports.f = async () => [process.env.VALUE, process.env.AWS_ACCESS_KEY_ID];',
      ...files,
    });
    const certificates = { NODE_EXTRA_CA_CERTS: proxy.certificate };
    const places = { HOME: folder, XDG_CACHE_HOME: join(repositoryRoot, '.cache') };
    const env = { ...keys, ...certificates, ...environment, ...places };
    const { code, stdout, stderr } = await run(['-w', folder, '-f', 'f', '-d', '{}', '-q'], { env });
    return { values: code === 0 ? JSON.parse(stdout.toString()) : undefined, said: stderr.toString() };
  }

  const url = (user = ''): string => `http://${user}127.0.0.1:${proxy.port}`;

  test.each([
    ['ssm:/app/key', '/app/key of ssm', 'CONNECT ssm.eu-west-1.amazonaws.com:443'],
    ['cf:stack.Out', 'of cf', 'CONNECT cloudformation.eu-west-1.amazonaws.com:443'],
    ['s3:bucket/key', 'of s3', 'CONNECT bucket.s3.eu-west-1.amazonaws.com:443'],
    ['aws:accountId', '111122223333', 'CONNECT sts.eu-west-1.amazonaws.com:443'],
    ['doppler:project/NAME', 'of doppler', 'CONNECT api.doppler.com:443'],
    ['terraform:outputs:out', 'of terraform', 'CONNECT app.terraform.io:443'],
    ['vault:secret/data/value', 'of vault at /v1/secret/data', 'CONNECT vault.test:443'],
  ])('${%s} is asked through it', async (variable, value, request) => {
    const tokens = {
      DOPPLER_TOKEN: 't',
      TF_TOKEN_app_terraform_io: 't',
      VAULT_TOKEN: 't',
      VAULT_ADDR: 'https://vault.test',
    };
    const { values, said } = await resolvedBy(variable, { ...tokens, HTTPS_PROXY: url('user:pass%20word@') });
    expect([values?.[0], said]).toEqual([value, '']);
    expect([proxy.requests, proxy.credentials]).toEqual([[request], ['user:pass word']]);
  });

  test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
    'one that %s names without a scheme is of HTTP',
    async (name) => {
      const { values } = await resolvedBy('ssm:/app/key', { [name]: url('user:secret@').slice('http://'.length) });
      expect([values?.[0], proxy.credentials]).toEqual(['/app/key of ssm', ['user:secret']]);
    },
  );

  test.each([
    ['ssm:/app/key', { AWS_ENDPOINT_URL: 'http://aws.test:81' }, '/app/key of ssm', 'POST http://aws.test:81/'],
    [
      'vault:secret/data/value',
      { VAULT_ADDR: 'http://vault.test', VAULT_TOKEN: 't' },
      'of vault at /v1/secret/data',
      'GET http://vault.test/v1/secret/data',
    ],
  ])(
    '${%s} is asked through that for HTTP, where its address is one',
    async (variable, environment, value, request) => {
      for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) {
        const { values } = await resolvedBy(variable, {
          ...environment,
          [name]: url(),
          https_proxy: 'http://127.0.0.1:9',
        });
        expect([values?.[0], proxy.requests.splice(0)]).toEqual([value, [request]]);
      }
    },
  );

  test('follows a redirect', async () => {
    const environment = { VAULT_ADDR: 'https://vault.test', VAULT_TOKEN: 't', HTTPS_PROXY: url() };
    const { values } = await resolvedBy('vault:secret/moved/value', environment);
    expect(values?.[0]).toBe('of vault at /v1/secret/data');
  });

  test('a profile assumes its role through it', async () => {
    const config =
      '[profile ci]\nrole_arn = arn:aws:iam::111122223333:role/ci\nsource_profile = base\nregion = eu-west-1\n';
    const credentials = '[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s\n';
    const files = { '.aws/config': config, '.aws/credentials': credentials };
    const environment = { AWS_PROFILE: 'ci', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', HTTPS_PROXY: url() };
    const { values } = await resolvedBy("env:NONE, 'x'", environment, files);
    expect([values, proxy.requests]).toEqual([['x', 'AKIAASSUMED'], ['CONNECT sts.eu-west-1.amazonaws.com:443']]);
  });

  test.each([
    ['ssm:/app/key', { NO_PROXY: 'aws.test', AWS_ENDPOINT_URL: 'http://aws.test:81' }, "aws.test:81 can't be reached"],
    [
      'ssm:/app/key',
      { no_proxy: 'other,.test', AWS_ENDPOINT_URL: 'https://aws.test:81' },
      "aws.test:81 can't be reached",
    ],
    ['vault:a/b', { NO_PROXY: '*', VAULT_ADDR: 'http://vault.test', VAULT_TOKEN: 't' }, "vault.test can't be reached"],
    ['ssm:/app/key', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, "127.0.0.1:9 can't be reached"],
    ['vault:a/b', { VAULT_ADDR: 'http://localhost:9', VAULT_TOKEN: 't' }, "localhost:9 can't be reached"],
  ])('${%s} is asked without it, with %j', async (variable, environment, expected) => {
    const { said } = await resolvedBy(variable, { ...environment, HTTP_PROXY: url(), HTTPS_PROXY: url() });
    expect([said, proxy.requests]).toEqual([expect.stringContaining(expected), []]);
  });

  const vault = { VAULT_ADDR: 'https://vault.test', VAULT_TOKEN: 't' };

  test.each([
    [407, 'ssm:/app/key', 'refuses the connection with the status 407, it wants credentials).'],
    [403, 'vault:a/b', 'refuses the connection with the status 403)'],
  ])('a refusal of its own, %i, is told as that', async (status, variable, expected) => {
    proxy.status = status;
    const { said } = await resolvedBy(variable, { ...vault, HTTPS_PROXY: url('user:secret@') });
    expect(said.replaceAll(/\s+/g, ' ')).toContain(`can't be reached (the proxy 127.0.0.1:${proxy.port} ${expected}`);
    expect(said).not.toContain('secret@');
  });

  test.each(['ssm:/app/key', 'vault:a/b'])('one that is not there is named, of ${%s}', async (variable) => {
    const { said } = await resolvedBy(variable, { ...vault, HTTPS_PROXY: 'http://user:secret@127.0.0.1:9' });
    expect(said).toContain("the proxy 127.0.0.1:9 can't be reached: connect ECONNREFUSED");
    expect(said).not.toContain('secret@');
  });

  test('one that speaks no HTTP is an error', async () => {
    const { said } = await resolvedBy('ssm:/app/key', { HTTPS_PROXY: 'socks5://127.0.0.1:1080' });
    expect(said).toContain(
      'the proxy that the environment names is a proxy of the kind socks5, and only http and https can be used',
    );
  });
});

test('a function gets the proxies only where its own environment names them', async () => {
  const names = ['HTTP_PROXY', 'https_proxy', 'NO_PROXY', 'ALL_PROXY', 'no_proxy'];
  const folder = await folderOf({
    'serverless.yml': `service: svc\nprovider: {name: aws, runtime: ${runtime}}\nfunctions:\n  f: {handler: h.f}\n  named: {handler: h.f, environment: {HTTP_PROXY: "\${env:HTTP_PROXY}", NO_PROXY: own}}\n`,
    'h.js': `exports.f = async () => ${JSON.stringify(names)}.map((name) => process.env[name] ?? null);`,
  });
  const env = Object.fromEntries(names.map((name) => [name, `http://${name.toLowerCase()}.test`]));
  const valuesOf = async (...args: string[]) => {
    const { stdout } = await run(['-w', folder, '-d', '{}', '-q', ...args], { env });
    return JSON.parse(stdout.toString());
  };
  expect(await valuesOf('-f', 'f')).toEqual([null, null, null, null, null]);
  expect(await valuesOf('-f', 'named')).toEqual(['http://http_proxy.test', null, 'own', null, null]);
  expect(await valuesOf('-f', 'f', '-e', 'https_proxy=http://given')).toEqual([null, 'http://given', null, null, null]);
});
