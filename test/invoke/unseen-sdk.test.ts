import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unseenSdk } from '../../src/invoke/unseen-sdk.js';
import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';
import { folderOf } from '../service/open-folder.js';
import { pythonWith } from '../services/plugins/python-with.js';
import { runFunction } from '../services/run-function.js';

/** What is said of a function with some files, which it has loaded. */
async function said(runtime: string, files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const taskRoot = await mkdtemp(join(tmpdir(), 'unseen-sdk-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(taskRoot, path)), { recursive: true });
    await writeFile(join(taskRoot, path), text);
  }
  const fn = { key: 'f', runtime, origin: async () => undefined } as unknown as LambdaFunction;
  const loaded = Object.keys(files).map((path) => `/var/task/${path}`);
  const placed = { taskRoot, seen: { taskRoot: '/var/task' } } as unknown as Parameters<typeof unseenSdk>[0]['placed'];
  return (await unseenSdk({ function: fn, placed, loaded }))?.message.replace(/, which does not know .*$/, '');
}

const pom = 'META-INF/maven/software.amazon.awssdk/sdk-core/pom.properties';
const regional = 'vendor/aws-sdk-core-3.170.0/lib/aws-sdk-core/plugins/regional_endpoint.rb';

describe('an SDK that goes past the gateway is named', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['python3.12', { 'botocore/__init__.py': "__version__ = '1.30.1'\n" }, 'f has botocore 1.30.1'],
    ['python3.12', { 'botocore/__init__.py': "__version__ = '1.31.0'\n" }, undefined],
    ['python3.12', { 'requests/__init__.py': "__version__ = '1.0.0'\n" }, undefined],
    ['ruby3.3', { [regional]: 'option(:endpoint)' }, 'f has aws-sdk-core 3.170.0'],
    ['ruby3.3', { [regional]: "ENV['AWS_ENDPOINT_URL']" }, undefined],
    ['java21', { 'lib/sdk-core-2.20.1.jar': '' }, 'f has the AWS SDK for Java 2.20.1'],
    ['java21', { [pom]: 'version=2.25.0\ngroupId=software.amazon.awssdk\n' }, 'f has the AWS SDK for Java 2.25.0'],
    ['java21', { 'lib/sdk-core-2.29.0.jar': '' }, undefined],
    ['java21', { 'lib/aws-java-sdk-core-1.12.700.jar': '' }, 'f has the AWS SDK for Java 1.12.700'],
    ['provided.al2023', { bootstrap: '\0AWS_SECRET_ACCESS_KEY\0' }, 'f has an AWS SDK in bootstrap'],
    ['provided.al2023', { bootstrap: '\0AWS_SECRET_ACCESS_KEY\0AWS_ENDPOINT_URL\0' }, undefined],
    ['provided.al2023', { bootstrap: '\0hello\0' }, undefined],
    ['nodejs22.x', { 'node_modules/aws-sdk/index.js': '' }, undefined],
  ])('%s %j', async (runtime, files, expected) => {
    expect(await said(runtime, files)).toBe(expected);
  });
});

const python = await pythonWith('boto3', '1.27.0');
if ('unavailable' in python) console.warn(`An old boto3 is not tested: ${python.unavailable}`);

('unavailable' in python ? test.skip : test)(
  'a function with an old boto3 of which no call is seen is warned of, once',
  async () => {
    if ('unavailable' in python) throw new Error(python.unavailable);
    const folder = await folderOf({
      'serverless.yml': `service: svc\nprovider: {name: aws, runtime: ${python.runtime}}\nfunctions:\n  f: {handler: fn.handler}\n`,
      'fn.py': 'import boto3\n\ndef handler(event, context):\n    return boto3.__version__\n',
    });
    const run = (mode: string | undefined) =>
      runFunction(folder, 'f', {
        host: { PATH: python.path },
        request: {
          containment: 'off',
          ...(mode === undefined ? {} : { aws: { aws: mode, folder, named: (name) => name } }),
        },
      });
    const { answer, diagnostics } = await run('none');
    expect(answer).toBe('1.27.0');
    const warnings = diagnostics.filter(({ code }) => code === 'aws-sdk-unseen');
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^f has botocore 1\.30\.\d+, which does not know AWS_ENDPOINT_URL: .* none of them was seen\.$/,
      ),
    ]);
    expect((await run(undefined)).diagnostics.some(({ code }) => code === 'aws-sdk-unseen')).toBe(false);
  },
  300_000,
);
