import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { failureOf, head, openFiles, type TestOptions } from '../../open-folder.js';

type Answer = { status?: number; body?: unknown; text?: string };

const requests: IncomingMessage[] = [];
let answers: Record<string, Answer | ((request: IncomingMessage) => Answer)> = {};
let server: Server;
let url = '';
/** What is told as a secret. */
const secrets: unknown[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    const found = answers[request.url ?? ''] ?? { status: 404, body: { errors: [] } };
    const { status = 200, body, text = JSON.stringify(body) } = typeof found === 'function' ? found(request) : found;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  requests.length = 0;
  secrets.length = 0;
  answers = {};
});

/** What `custom.a` is, with resolvers configured for the stage `default`. */
async function answerOf(text: string, resolvers = '{}', options: TestOptions = {}): Promise<unknown> {
  const stages = `stages: {default: {resolvers: ${resolvers}}}\n`;
  const onSecret = (secret: unknown): void => void secrets.push(secret);
  const service = await openFiles(`${head}${stages}custom: {a: "\${${text}}"}\n`, { onSecret, ...options });
  return service.property(['custom', 'a']);
}

describe('vault', () => {
  const environment = (): Record<string, string> => ({ VAULT_ADDR: `${url}/`, VAULT_TOKEN: 'vault-token' });
  const versioned = {
    body: { data: { data: { user: 'u', deep: { n: 1 }, 'a.b': 'dotted' }, metadata: { version: 3 } } },
  };

  test.each<[string, string, unknown]>([
    ['vault:secret/data/app/user', '{}', 'u'],
    ['vault:secret/data/app/deep', '{}', { n: 1 }],
    ['vault:secret/data/app/deep.n', '{}', 1],
    ['vault:secret/data/app/a.b', '{}', 'dotted'],
    ['vault:user', '{vault: {type: vault, path: secret/data/app}}', 'u'],
    ['own:app/user', '{own: {type: vault, path: /secret/data/}}', 'u'],
    ["vault:secret/data/app/none, 'x'", '{}', 'x'],
    ["vault:secret/data/none/user, 'x'", '{}', 'x'],
  ])('${%s} is a property of a secret, with %s', async (text, resolvers, expected) => {
    answers['/v1/secret/data/app'] = versioned;
    expect(await answerOf(text, resolvers, { environment: environment() })).toEqual(expected);
    expect(requests[0]?.headers['x-vault-token']).toBe('vault-token');
    expect(secrets).toEqual(expected === 'x' ? secrets : [expected]);
  });

  test('has settings of its own, and knows secrets without versions', async () => {
    answers['/v2/kv/app'] = { body: { data: { user: 'plain' } } };
    const resolvers = `{vault: {type: vault, address: "${url}", token: "\${env:T}", version: v2}}`;
    expect(await answerOf('vault:kv/app/user', resolvers, { environment: { T: 'other' } })).toBe('plain');
    expect(requests[0]?.headers['x-vault-token']).toBe('other');
  });

  test('is asked once for several properties', async () => {
    answers['/v1/secret/data/app'] = versioned;
    const service = await openFiles(
      `${head}custom: {a: "\${vault:secret/data/app/user}", b: "\${vault:secret/data/app/deep.n}"}\n`,
      { environment: environment() },
    );
    expect(await service.property(['custom'])).toEqual({ a: 'u', b: 1 });
    expect(requests).toHaveLength(1);
  });

  test('that refuses the token is an error, and no fallback hides it', async () => {
    answers['/v1/secret/data/app'] = { status: 403, body: { errors: ['permission denied'] } };
    const work = answerOf("vault:secret/data/app/user, 'x'", '{}', { environment: environment() });
    const failure = await failureOf(work);
    expect(failure.message).toContain('of custom.a is refused by Vault (status 403: permission denied).');
    expect(failure.hint).toContain('a policy that can read secret/data/app');
    expect(failure.hint).toContain('vault:secret/data/app/user=…');
    expect(JSON.stringify(failure)).not.toContain('vault-token');
  });

  test('says where a path lacks what a versioned engine has', async () => {
    answers['/v1/secret/app'] = {
      status: 404,
      body: { warnings: ['Invalid path for a versioned K/V secrets engine.'] },
    };
    const failure = await failureOf(answerOf('vault:secret/app/user', '{}', { environment: environment() }));
    expect(failure.message).toContain('Invalid path for a versioned K/V secrets engine.');
  });

  test.each<[string, Record<string, string>, string]>([
    ['no token', { VAULT_ADDR: 'http://127.0.0.1:1' }, 'needs a token of Vault'],
    [
      'nobody there',
      { VAULT_ADDR: 'http://127.0.0.1:9', VAULT_TOKEN: 'x' },
      "Vault at http://127.0.0.1:9 can't be reached",
    ],
    ['no URL', { VAULT_ADDR: 'vault', VAULT_TOKEN: 'x' }, 'needs Vault at `vault`, which is no URL'],
  ])('with %s is an error', async (_, variables, message) => {
    const failure = await failureOf(answerOf('vault:secret/data/app/user', '{}', { environment: variables }));
    expect(failure.message).toContain(message);
  });

  test('that fails once is asked again, and one that speaks no JSON is an error', async () => {
    let calls = 0;
    answers['/v1/secret/data/app'] = () => {
      calls += 1;
      return calls === 1 ? { status: 503, body: { errors: ['sealed'] } } : versioned;
    };
    expect(await answerOf('vault:secret/data/app/user', '{}', { environment: environment() })).toBe('u');
    answers['/v1/secret/data/app'] = { text: '<html>' };
    const failure = await failureOf(answerOf('vault:secret/data/app/user', '{}', { environment: environment() }));
    expect(failure.message).toContain('does not answer in JSON');
  });
});

describe('doppler', () => {
  const environment = (): Record<string, string> => ({ DOPPLER_API_HOST: url, DOPPLER_TOKEN: 'dp.token' });
  const path = (config: string, project = 'app'): string =>
    `/v3/configs/config/secret?project=${project}&config=${config}&name=KEY`;

  test.each([
    ['doppler:app/KEY', '{}', {}, 'dev'],
    ['doppler:app/KEY', '{}', { stage: 'prod' }, 'prod'],
    ['doppler:KEY', '{doppler: {type: doppler, project: app, config: stg}}', {}, 'stg'],
    ['own:KEY', '{own: {type: doppler, project: app}}', {}, 'dev'],
  ])('${%s} is a secret, with %s at %j', async (text, resolvers, options, config) => {
    answers[path(config)] = { body: { name: 'KEY', value: { raw: '${X}', computed: 'secret' } } };
    expect(await answerOf(text, resolvers, { ...options, environment: environment() })).toBe('secret');
    expect(secrets).toEqual(['secret']);
    expect(requests[0]?.headers.authorization).toBe('Bearer dp.token');
  });

  test('takes a fallback where there is no such secret, and says what is wrong where there is none', async () => {
    expect(await answerOf("doppler:app/KEY, 'x'", '{}', { environment: environment() })).toBe('x');
    const missing = await failureOf(answerOf('doppler:app/KEY', '{}', { environment: environment() }));
    expect(missing.message).toContain('the project app of Doppler has no KEY in this config');
    answers[path('dev')] = { status: 401, body: { messages: ['Invalid Auth token'], success: false } };
    const refused = await failureOf(answerOf('doppler:app/KEY', '{}', { environment: environment() }));
    expect(refused.message).toContain('is refused by Doppler (status 401: Invalid Auth token)');
    const bare = await failureOf(answerOf('doppler:KEY', '{}', { environment: environment() }));
    expect(bare.hint).toContain('Write ${doppler:project/NAME}.');
    const tokenless = await failureOf(answerOf('doppler:app/KEY'));
    expect(tokenless.hint).toContain('Set DOPPLER_TOKEN.');
  });
});

describe('terraform', () => {
  const state = { version: 4, outputs: { db: { value: { host: 'db.test' }, type: 'dynamic' }, n: { value: 3 } } };

  test.each<[string, unknown]>([
    ['terraform:outputs:db', { host: 'db.test' }],
    ['terraform:outputs:db.host', 'db.test'],
    ['terraform:n', 3],
    ["terraform:outputs:none, 'x'", 'x'],
  ])('${%s} is an output of a state that an HTTP server keeps', async (text, expected) => {
    answers['/state'] = { body: state };
    const resolvers = `{terraform: {type: terraform, backend: http, address: "${url}/state", username: u, password: p}}`;
    expect(await answerOf(text, resolvers)).toEqual(expected);
    expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('u:p').toString('base64')}`);
  });

  test('takes the address of its HTTP backend from the environment, and needs no user', async () => {
    answers['/state'] = { body: state };
    const options = { environment: { TF_HTTP_ADDRESS: `${url}/state` } };
    expect(await answerOf('terraform:outputs:n', '{terraform: {type: terraform, backend: http}}', options)).toBe(3);
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });

  describe('in the cloud', () => {
    const cloud = (backend: string): string =>
      `{terraform: {type: terraform, backend: ${backend}, hostname: "${url}", organization: org, workspace: app}}`;
    beforeEach(() => {
      answers['/api/v2/organizations/org/workspaces/app'] = { body: { data: { id: 'ws-1' } } };
      answers['/api/v2/workspaces/ws-1/current-state-version-outputs'] = {
        body: {
          data: [
            { id: 'wsout-1', attributes: { name: 'n', value: 3, sensitive: false } },
            { id: 'wsout-2', attributes: { name: 'secret', value: null, sensitive: true } },
          ],
        },
      };
      answers['/api/v2/state-version-outputs/wsout-2'] = {
        body: { data: { id: 'wsout-2', attributes: { name: 'secret', value: 's3cret', sensitive: true } } },
      };
    });

    test.each(['remote', 'cloud'])('has outputs of a workspace, also sensitive ones: %s', async (backend) => {
      const options = { environment: { TF_CLOUD_TOKEN: 'tf-token' } };
      expect(await answerOf('terraform:outputs:n', cloud(backend), options)).toBe(3);
      expect(secrets).toEqual(['s3cret']);
      expect(await answerOf('terraform:outputs:secret', cloud(backend), options)).toBe('s3cret');
      expect(requests[0]?.headers.authorization).toBe('Bearer tf-token');
    });

    test('takes the token of its host before that of all, and the workspace by its id', async () => {
      const variable = `TF_TOKEN_${url.replace('http://', '').replaceAll(/[.:]/g, '_')}`;
      const options = { environment: { TF_CLOUD_TOKEN: 'tf-token', [variable]: 'of the host' } };
      const resolvers = `{terraform: {type: terraform, backend: {remote: {hostname: "${url}", workspaceId: ws-1}}}}`;
      expect(await answerOf('terraform:outputs:n', resolvers, options)).toBe(3);
      expect(requests[0]?.headers.authorization).toBe('Bearer of the host');
      expect(requests.map((request) => request.url)).not.toContain('/api/v2/organizations/org/workspaces/app');
    });

    test('takes a fallback where there is no such workspace, and needs a token', async () => {
      answers = {};
      const options = { environment: { TF_CLOUD_TOKEN: 'tf-token' } };
      expect(await answerOf("terraform:outputs:n, 'x'", cloud('cloud'), options)).toBe('x');
      const failure = await failureOf(
        answerOf('terraform:outputs:n', cloud('cloud'), { environment: { HOME: '/none' } }),
      );
      expect(failure.message).toContain(`needs a token of ${url}`);
    });
  });

  test.each([
    ['{}', 'needs to know where the state of Terraform is'],
    ['{terraform: {type: terraform, backend: gcs}}', 'needs the backend `gcs` of Terraform, which is not supported'],
    ['{terraform: {type: terraform, backend: s3}}', 'needs the `bucket` and the `key`'],
    ['{terraform: {type: terraform, backend: http}}', 'needs the `address` of its http backend'],
    ['{terraform: {type: tera}}', 'is of the unknown type `tera`'],
    ['{terraform: [1]}', 'needs the resolver terraform, which is not a mapping'],
  ])('with the resolvers %s is an error', async (resolvers, message) => {
    const failure = await failureOf(answerOf('terraform:outputs:n', resolvers));
    expect(failure.message).toContain(message);
  });
});

test('a resolver of the stage goes before that of the default, and an unknown name stays unknown', async () => {
  answers['/v1/a/b'] = { body: { data: { c: 'of b' } } };
  answers['/v1/prod/b'] = { body: { data: { c: 'of prod' } } };
  const text = `${head}stages:
  default: {resolvers: {own: {type: vault, path: a, address: "${url}", token: x}}}
  prod: {resolvers: {own: {type: vault, path: prod, address: "${url}", token: x}}}
custom: {a: "\${own:b/c}", b: "\${other:b/c, 'x'}"}
`;
  expect(await (await openFiles(text)).property(['custom', 'a'])).toBe('of b');
  const prod = await openFiles(text, { stage: 'prod' });
  expect(await prod.property(['custom', 'a'])).toBe('of prod');
  expect((await failureOf(prod.property(['custom', 'b']))).code).toBe('variable-source-unknown');
});
