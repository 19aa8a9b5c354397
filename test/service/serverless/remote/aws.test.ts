import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { AwsKeys } from '../../../../src/aws/access.js';
import { type AwsReader, createAwsReader } from '../../../../src/aws/aws-reader.js';
import { invoke } from '../../../../src/invoke/invoke.js';
import { repositoryRoot } from '../../../paths.js';
import { failureOf, folderOf, head, openFiles, type TestOptions } from '../../open-folder.js';
import { startMoto } from './moto.js';

const moto = await startMoto();
const url = 'url' in moto ? moto.url : '';
if ('unavailable' in moto) {
  process.stderr.write(`The tests of what is read of AWS are skipped: moto is not there (${moto.unavailable}).\n`);
}

const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
const calls = { credentials: 0 };
const secrets: unknown[] = [];

function reader(environment: Record<string, string> = { AWS_ENDPOINT_URL: url }, as: AwsKeys | null = keys): AwsReader {
  return createAwsReader({
    credentials: async () => {
      calls.credentials += 1;
      return as ?? undefined;
    },
    loadAws: () => import('../../../../src/aws/index.js'),
    environment: () => environment,
    onSecret: (secret) => secrets.push(secret),
    signal: new AbortController().signal,
  });
}

/** What `custom` of a service resolves to, with AWS at hand. */
async function customOf(custom: string, options: TestOptions = {}): Promise<unknown> {
  const service = await openFiles(`${head}custom:\n${custom}\n`, { aws: reader(), ...options });
  return service.property(['custom']);
}

/** Asks moto in the query or JSON protocol of a service that no client is at hand for. */
async function tell(service: string, body: string, headers: Record<string, string> = {}): Promise<string> {
  const credential = `Credential=${keys.accessKeyId}/20300101/us-east-1/${service}/aws4_request`;
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`,
      ...headers,
    },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function seed(): Promise<void> {
  const settings = { endpoint: url, credentials: { ...keys } };
  const here = { ...settings, region: 'us-east-1' };
  const put = async (client: SSMClient, Name: string, Value: string, Type: 'String' | 'StringList' | 'SecureString') =>
    client.send(new PutParameterCommand({ Name, Value, Type }));
  const ssm = new SSMClient(here);
  await put(ssm, '/app/plain', 'postgres://localhost/app', 'String');
  await put(ssm, '/app/injected', '${env:HOME}-${foo:bar}', 'String');
  await put(ssm, '/app/looks-like-json', '{"a":1}', 'String');
  await put(ssm, '/app/list', 'a,b,c', 'StringList');
  await put(ssm, '/app/secret', 's3cret', 'SecureString');
  await put(ssm, '/app/secret-json', '{"user":"u","deep":{"n":1}}', 'SecureString');
  await put(new SSMClient({ ...settings, region: 'us-west-2' }), '/app/plain', 'of the west', 'String');
  const secret = JSON.stringify({
    Name: 'app/db',
    SecretString: '{"password":"p"}',
    ClientRequestToken: 'x'.repeat(32),
  });
  await tell('secretsmanager', secret, {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': 'secretsmanager.CreateSecret',
  });

  const s3 = new S3Client({ ...here, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'config' }));
  await s3.send(new PutObjectCommand({ Bucket: 'config', Key: 'a/b=c.txt', Body: 'täxt\n' }));
  const state = { version: 4, outputs: { db: { value: { host: 'db.test', ports: [1, 2] }, type: 'dynamic' } } };
  await s3.send(new PutObjectCommand({ Bucket: 'config', Key: 'app.tfstate', Body: JSON.stringify(state) }));

  for (const [region, value] of [
    ['us-east-1', 'east'],
    ['us-west-2', 'west'],
  ] as const) {
    const cloudFormation = new CloudFormationClient({ ...settings, region });
    const TemplateBody = JSON.stringify({
      Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: `topic-${value}` } } },
      Outputs: { Where: { Value: value, Export: { Name: `where-${value}` } }, Dotted: { Value: 'x' } },
    });
    await cloudFormation.send(new CreateStackCommand({ StackName: 'net-dev', TemplateBody }));
  }
}

(url === '' ? describe.skip : describe)('what is read of AWS', () => {
  beforeAll(seed, 60_000);
  afterAll(async () => {
    if ('stop' in moto) await moto.stop();
  });

  test.each<[string, unknown]>([
    ['ssm:/app/plain', 'postgres://localhost/app'],
    ['ssm:/app/plain~true', 'postgres://localhost/app'],
    ['ssm:/app/looks-like-json', '{"a":1}'],
    ['ssm:/app/list', ['a', 'b', 'c']],
    ['ssm:/app/list~split', ['a', 'b', 'c']],
    ['ssm(raw):/app/list', 'a,b,c'],
    ['ssm:/app/secret', 's3cret'],
    ['ssm:/app/secret~true', 's3cret'],
    ['ssm:/app/secret-json', { user: 'u', deep: { n: 1 } }],
    ['ssm(raw):/app/secret-json', '{"user":"u","deep":{"n":1}}'],
    ['ssm(us-west-2):/app/plain', 'of the west'],
    ['ssm(us-west-2, raw):/app/plain', 'of the west'],
    ['ssm.us-west-2:/app/plain', 'of the west'],
    ['ssm:/aws/reference/secretsmanager/app/db', { password: 'p' }],
    ["ssm:/app/none, 'fallback'", 'fallback'],
    ['aws:ssm:/app/plain', 'postgres://localhost/app'],
    ['aws:/app/plain', 'postgres://localhost/app'],
    ['s3:config/a/b=c.txt', 'täxt\n'],
    ['s3:s3://config/a/b=c.txt', 'täxt\n'],
    ['aws:s3:arn:aws:s3:::config/a/b=c.txt', 'täxt\n'],
    ["s3:config/none, 'fallback'", 'fallback'],
    ['cf:net-dev.Where', 'east'],
    ['cf(us-west-2):net-dev.Where', 'west'],
    ['cf.us-west-2:net-dev.Where', 'west'],
    ['aws:cf:net-dev.Where', 'east'],
    ["cf:net-dev.None, 'fallback'", 'fallback'],
    ["cf:none.Where, 'fallback'", 'fallback'],
    ['aws:accountId', '123456789012'],
    ['aws:region', 'us-east-1'],
    ['aws:partition', 'aws'],
  ])('${%s} is its value', async (text, expected) => {
    expect(await customOf(`  a: "\${${text}}"`)).toEqual({ a: expected });
  });

  test('an encrypted parameter that is not to be decrypted stays encrypted', async () => {
    const custom = (await customOf('  a: "${ssm(noDecrypt):/app/secret}"')) as { a: string };
    expect(custom.a).not.toBe('s3cret');
    expect(custom.a).toContain('s3cret');
  });

  test('8: the account, the region and CloudFormation in one string, at the given region', async () => {
    const options = { region: 'us-west-2' };
    expect(await customOf('  a: "${aws:accountId}-${aws:region}-${cf:net-dev.Where}"', options)).toEqual({
      a: '123456789012-us-west-2-west',
    });
    expect(await customOf('  a: "${aws:partition}"', { region: 'cn-north-1' })).toEqual({ a: 'aws-cn' });
  });

  test('a value is data: a variable in it is not expanded', async () => {
    const custom = '  a: "${ssm:/app/injected}"\n  b: "x${ssm:/app/injected}"';
    expect(await customOf(custom)).toEqual({ a: '${env:HOME}-${foo:bar}', b: 'x${env:HOME}-${foo:bar}' });
  });

  test('many values ask for the credentials once', async () => {
    calls.credentials = 0;
    const names = ['plain', 'list', 'secret', 'plain'];
    await customOf(names.map((name, index) => `  k${index}: "\${ssm:/app/${name}}\${s3:config/a/b=c.txt}"`).join('\n'));
    expect(calls.credentials).toBe(1);
  });

  test('what is kept encrypted is told as a secret, and nothing else is', async () => {
    secrets.length = 0;
    await customOf(
      '  a: ["${ssm:/app/plain}", "${ssm:/app/list}", "${ssm:/app/secret}", "${ssm(noDecrypt):/app/secret}", "${ssm:/aws/reference/secretsmanager/app/db}", "${s3:config/a/b=c.txt}"]',
    );
    expect(secrets.sort()).toEqual(['s3cret', '{"password":"p"}']);
    const answered = { aws: reader(), variables: { 'ssm:/app/secret': 'given' } };
    secrets.length = 0;
    expect(await customOf('  a: "${ssm:/app/secret}"', answered)).toEqual({ a: 'given' });
    expect(secrets).toEqual([]);
  });

  test("dynamic references of CloudFormation's are followed in an environment, and secrets told", async () => {
    secrets.length = 0;
    const service = await openFiles(
      `${head}functions:
  f:
    handler: a.b
    environment:
      PLAIN: '{{resolve:ssm:/app/plain}}'
      URL: !Sub 'https://u:{{resolve:secretsmanager:app/db:SecretString:password}}@\${AWS::Region}'
`,
      { aws: reader() },
    );
    const { environment } = await service.load('f');
    expect(environment).toEqual({ PLAIN: 'postgres://localhost/app', URL: 'https://u:p@us-east-1' });
    expect(secrets).toEqual(['{"password":"p"}']);
  });

  test('a value is fetched once, whoever needs it', async () => {
    const aws = reader();
    const target = { region: 'us-east-1' };
    const answers = [aws.parameter('/app/plain', true, target), aws.parameter('/app/plain', true, { ...target })];
    expect(answers[0]).toBe(answers[1]);
    await Promise.all(answers);
  });

  test('resources of a stack by their logical ids, and what is exported, are there for CloudFormation', async () => {
    const aws = reader();
    const resources = await aws.stackResources('net-dev', { region: 'us-east-1' });
    expect(resources?.get('Topic')).toContain('topic-east');
    expect(await aws.stackResources('none', { region: 'us-east-1' })).toBeUndefined();
    expect((await aws.exports({ region: 'us-east-1' })).get('where-east')).toBe('east');
  });

  test('the endpoint of a service goes before that of all services', async () => {
    const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_SSM: url };
    const options = { aws: reader(environment) };
    expect(await customOf('  a: "${ssm:/app/plain}"', options)).toEqual({ a: 'postgres://localhost/app' });
    const failure = await failureOf(customOf('  a: "${cf:net-dev.Where}"', options));
    expect(failure).toMatchObject({ code: 'aws-unreachable' });
    expect(failure.message).toContain("AWS CloudFormation at http://127.0.0.1:1 can't be reached");
    expect(failure.hint).toContain('cf:net-dev.Where=…');
  });

  test('resolvers of AWS have a region, keys and a way of reading of their own', async () => {
    const service = await openFiles(
      `${head}stages:
  default:
    resolvers:
      west: {type: aws, region: us-west-2, texts: {type: ssm, rawOrDecrypt: raw, region: us-east-1}, files: {type: s3, bucketName: config}}
      stranger: {type: aws, accessKeyId: AKIASTRANGER, secretAccessKey: x, sessionToken: y}
  prod:
    resolvers:
      west: {type: aws, region: us-east-1}
custom:
  plain: \${west:ssm:/app/plain}
  texts: \${west:texts:/app/list}
  file: \${west:files:a/b=c.txt}
  out: \${west:cf:net-dev.Where}
  region: \${west:region}
`,
      { aws: reader() },
    );
    expect(await service.property(['custom'])).toEqual({
      plain: 'of the west',
      texts: 'a,b,c',
      file: 'täxt\n',
      out: 'west',
      region: 'us-west-2',
    });
  });

  test("an output of Terraform's state in S3", async () => {
    const resolvers = `stages: {default: {resolvers: {terraform: {type: terraform, backend: s3, bucket: config, key: app.tfstate, region: us-east-1}}}}\n`;
    const service = await openFiles(
      `${head}${resolvers}custom: {host: "\${terraform:outputs:db.host}", ports: "\${terraform:outputs:db.ports}", none: "\${terraform:outputs:none, 'x'}"}\n`,
      { aws: reader() },
    );
    expect(await service.property(['custom'])).toEqual({ host: 'db.test', ports: [1, 2], none: 'x' });
  });

  test('the configuration asks with the credentials that the handler gets, at the endpoint of a .env file', async () => {
    const chunk = pathToFileURL(join(repositoryRoot, 'lib', 'src', 'aws', 'index.js')).href;
    const root = await folderOf({
      '.env': `AWS_ENDPOINT_URL=${url}\n`,
      'serverless.yml': `${head}useDotenv: true\nfunctions:
  f: {handler: f.handler, environment: {PARAMETER: "\${ssm:/app/plain}", ACCOUNT: "\${aws:accountId}", SECRET: "\${ssm:/app/secret}", OUT: "\${cf:net-dev.Where}"}}
`,
      'f.js':
        'exports.handler = async () => { const { PARAMETER, ACCOUNT, OUT, AWS_ACCESS_KEY_ID } = process.env; return { PARAMETER, ACCOUNT, OUT, AWS_ACCESS_KEY_ID }; };',
      'chunks/aws/index.js': `export * from ${JSON.stringify(chunk)};`,
      'chunks/package.json': '{"type":"module"}',
    });
    const found: unknown[] = [];
    const result = await invoke(
      {
        function: 'f',
        workingDirectory: root,
        params: {},
        options: {},
        variables: { 'cf:net-dev.Where': 'given' },
        event: { data: '{}', raw: false },
        context: {},
        environment: {},
        hostEnvironment: { PATH: process.env['PATH'], HOME: root },
        inheritEnvironment: true,
        credentials: keys,
      },
      {
        report: () => {},
        logs: { write: () => {} },
        installation: { runtimes: join(repositoryRoot, 'runtimes'), chunks: join(root, 'chunks') },
        signal: new AbortController().signal,
        onCredentials: (credentials) => void found.push(credentials),
        onSecret: (secret) => void found.push(secret),
      },
    );
    const response = 'response' in result ? result.response.toString() : result.errorMessage;
    expect(JSON.parse(response)).toEqual({
      PARAMETER: 'postgres://localhost/app',
      ACCOUNT: '123456789012',
      OUT: 'given',
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
    });
    expect(found).toEqual([{ ...keys, source: 'input' }, 's3cret']);
  });

  test('a run that ends does not wait for an answer', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const run = new AbortController();
    const aws = createAwsReader({
      credentials: async () => keys,
      loadAws: () => import('../../../../src/aws/index.js'),
      environment: () => ({ AWS_ENDPOINT_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` }),
      signal: run.signal,
    });
    const asked = customOf('  a: "${ssm:/app/plain}"', { aws });
    setTimeout(() => run.abort(new Error('cancelled')), 100);
    await expect(asked).rejects.toThrow('cancelled');
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  describe('says what is wrong', () => {
    test.each([
      ['ssm:/app/none', 'the Parameter Store has no parameter /app/none', 'ssm:/app/none=…'],
      ['ssm(us-west-2):/app/list', 'no parameter /app/list in us-west-2', 'ssm(us-west-2):/app/list=…'],
      ['s3:config/none', 'the bucket config has no object none', 's3:config/none=…'],
      ['cf:net-dev.None', 'the stack net-dev does not exist, or has no output None', 'cf:net-dev.None=…'],
    ])('where ${%s} is not there: the name and the line that answers it', async (text, message, line) => {
      const failure = await failureOf(customOf(`  a: "\${${text}}"`));
      expect(failure).toMatchObject({ code: 'variable-missing', location: { line: 4, column: 7 } });
      expect(failure.message).toContain(`The variable \${${text}} of custom.a has no value: `);
      expect(failure.message).toContain(message);
      expect(failure.hint).toContain(line);
    });

    test('where a bucket is not there, in the words of S3', async () => {
      const failure = await failureOf(customOf('  a: "${s3:nowhere/key}"'));
      expect(failure.code).toBe('aws-failed');
      expect(failure.message).toContain('Amazon S3');
      expect(failure.message).toContain('NoSuchBucket');
    });

    test('where there are no credentials: the line that answers it, and no fallback hides it', async () => {
      const failure = await failureOf(customOf(`  a: "\${ssm:/app/plain, 'x'}"`, { aws: reader(undefined, null) }));
      expect(failure.code).toBe('aws-credentials-missing');
      expect(failure.message).toBe(
        "The variable ${ssm:/app/plain, 'x'} of custom.a needs AWS Systems Manager, and there are no AWS credentials to ask it with.",
      );
      expect(failure.hint).toContain('add this line to `variables` (or give it as --variable): ssm:/app/plain=…');
    });

    test('where stage or region would have to be asked of AWS', async () => {
      const text = 'service: svc\nprovider: {name: aws, stage: "${ssm:/app/plain}"}\n';
      const failure = await failureOf(openFiles(text, { aws: reader() }));
      expect(failure.code).toBe('variable-too-early');
      expect(failure.hint).toContain('ssm:/app/plain=…');
      const answered = await openFiles(text, { aws: reader(), variables: { 'ssm:/app/plain': 'qa' } });
      expect(answered.stage).toBe('qa');
    });

    test('where a permission is missing: which one, on what', async () => {
      await tell('iam', 'Action=CreateUser&UserName=nobody&Version=2010-05-08');
      const created = await tell('iam', 'Action=CreateAccessKey&UserName=nobody&Version=2010-05-08');
      const member = (name: string): string => new RegExp(`<${name}>([^<]+)<`).exec(created)?.[1] ?? '';
      const nobody = { accessKeyId: member('AccessKeyId'), secretAccessKey: member('SecretAccessKey') };
      const reset = (count: string) => fetch(`${url}/moto-api/reset-auth`, { method: 'POST', body: count });
      await reset('0');
      try {
        const asNobody = { aws: reader(undefined, nobody) };
        const refused = await failureOf(customOf('  a: "${ssm:/app/plain}"', asNobody));
        expect(refused.code).toBe('aws-access-denied');
        expect(refused.message).toContain('is refused by AWS Systems Manager at');
        const parameter = 'arn:aws:ssm:us-east-1:*:parameter/app/plain';
        expect(refused.hint).toContain(`Allow the credentials ssm:GetParameter on ${parameter}.`);
        expect(refused.hint).toContain('ssm:/app/plain=…');
        const object = await failureOf(customOf('  a: "${s3:config/a/b=c.txt}"', asNobody));
        expect(object.hint).toContain('Allow the credentials s3:GetObject on arn:aws:s3:::config/a/b=c.txt.');
        const stack = await failureOf(customOf('  a: "${cf:net-dev.Where}"', asNobody));
        expect(stack.message).toContain('AccessDenied: User: ');
        expect(stack.message).toContain('user/nobody is not authorized to perform: cloudformation:DescribeStacks');
        expect(stack.hint).toContain(
          'cloudformation:DescribeStacks on arn:aws:cloudformation:us-east-1:*:stack/net-dev/*',
        );
        const stranger = await failureOf(customOf('  a: "${cf:net-dev.Where}"'));
        expect(stranger.code).toBe('aws-credentials-invalid');
      } finally {
        await reset('1000000');
      }
    });
  });
});
