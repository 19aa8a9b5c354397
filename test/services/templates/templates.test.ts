import { cp, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fixture } from '../../paths.js';
import { openTemplate } from '../../service/templates/open-template.js';
import { type RunOptions, runFunction } from '../run-function.js';

interface Case extends RunOptions {
  readonly function: string;
  readonly response: unknown;
}

const queueArn = 'arn:aws:sqs:us-east-1:123456789012:work';

const services: readonly { readonly folder: string; readonly what: string; readonly cases: readonly Case[] }[] = [
  {
    folder: 'sam-init',
    what: 'what sam init makes',
    cases: [
      {
        function: 'HelloWorldFunction',
        event: { path: '/hello' },
        response: {
          statusCode: 200,
          body: '{"path":"/hello","GREETING":"hello you","REGION":"eu-central-1","STACK":"sam-init-api","limits":["128","sam-init-HelloWorldFunction"]}',
        },
      },
      {
        function: 'HelloWorldFunction',
        event: { path: '/' },
        request: { configEnvironment: 'prod' },
        response: {
          statusCode: 200,
          body: '{"path":"/","GREETING":"hello world","REGION":"us-west-2","STACK":"sam-init-prod-api","limits":["128","sam-init-prod-HelloWorldFunction"]}',
        },
      },
      { function: 'ScheduledFunction', event: {}, response: { event: {}, memory: '512', sam: 'true' } },
    ],
  },
  {
    folder: 'sam-esbuild',
    what: 'TypeScript that esbuild builds, and some that nothing does',
    cases: [
      {
        function: 'CreateOrder',
        event: {
          items: [
            { sku: 'a', count: 2 },
            { sku: 'b', count: 1 },
          ],
        },
        response: { total: 15, table: 'orders-dev' },
      },
      {
        function: 'CreateOrder',
        event: { items: [] },
        params: { Stage: 'prod' },
        response: { total: 0, table: 'orders' },
      },
      { function: 'SendMail', event: { to: 'x' }, response: 'shop@b.example -> x' },
      {
        function: 'OnlyInProd',
        event: { to: 'x' },
        params: { Stage: 'prod' },
        environment: { FROM: 'me' },
        response: 'me -> x',
      },
    ],
  },
  {
    folder: 'sam-python',
    what: 'Python with a layer, inline code, and a nested stack',
    cases: [
      {
        function: 'Api',
        event: { count: 2 },
        response: {
          price: 6,
          queue: 'https://sqs.us-east-1.amazonaws.com/123456789012/work',
          arn: queueArn,
          version: '7',
          limit: '10',
        },
      },
      { function: 'Inline', event: { count: 1 }, response: { inline: true, price: 3 } },
      { function: 'Workers/Worker', event: { Records: [1, 2] }, response: { records: 2, arn: queueArn, price: 3 } },
    ],
  },
  {
    folder: 'sam-loops',
    what: 'language extensions and an include',
    cases: [
      { function: 'Resizesmall', response: { size: 'small', settings: { size: 'small', steps: 3 }, memory: '128' } },
      { function: 'Resizelarge', response: { size: 'large', settings: { size: 'large', steps: 3 }, memory: '1024' } },
      { function: 'Included', response: { size: 'included', memory: '128' } },
    ],
  },
];

describe.each(services)('$folder: $what', ({ folder, cases }) => {
  const root = fixture('templates', folder);

  test('has a case for each of its functions', async () => {
    const { service } = await openTemplate({}, { workingDirectory: root, params: { Stage: 'prod' } } as object);
    expect([...new Set(cases.map(({ function: key }) => key))].sort()).toEqual((await service.names()).sort());
  });

  test.each(cases)('$function answers as it should', async ({ function: key, response, ...options }) => {
    const { answer, result } = await runFunction(root, key, options);
    expect(answer).toEqual(response);
    expect(result.status).toBe('success');
  });
});

describe('sam-built: what sam build wrote', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'sam-built-'));
    await cp(fixture('templates', 'sam-built'), root, { recursive: true });
    const now = new Date();
    await utimes(join(root, '.aws-sam', 'build', 'template.yaml'), now, now);
    await utimes(join(root, 'template.yaml'), new Date(0), new Date(0));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test.each([['Greet', 'built'], ...(process.platform === 'linux' ? [['Resize', { resized: true }] as const] : [])])(
    '%s is run as it was built',
    async (name, response) => {
      expect((await runFunction(root, name)).answer).toEqual(response);
    },
  );
});
