import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { goSettings } from '../../go-settings.js';
import { fixture } from '../../paths.js';
import { failureOf } from '../../service/open-folder.js';
import { openTemplate } from '../../service/templates/open-template.js';
import { installedPackages } from '../installed-packages.js';
import { runFunction } from '../run-function.js';

const cdk = await installedPackages('aws-cdk-lib@2.276.0, alphas', [
  'aws-cdk-lib@2.276.0',
  '@aws-cdk/aws-lambda-go-alpha@2.258.0-alpha.0',
  '@aws-cdk/aws-lambda-python-alpha@2.269.0-alpha.0',
  'constructs@10.8.1',
  'esbuild@0.28.2',
]);
/** Go's own settings; `undefined` where it is not installed. */
const go = goEnvironment();
if ('unavailable' in cdk) console.warn(`The assemblies of the real CDK are skipped: ${cdk.unavailable}`);

('unavailable' in cdk ? describe.skip : describe)('the assembly that the real CDK makes', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'cdk-app-'));
    await cp(fixture('templates', 'cdk-app'), root, { recursive: true });
    const packages = join('folder' in cdk ? cdk.folder : '', 'node_modules');
    await symlink(packages, join(root, 'node_modules'), 'junction');
    const PATH = [join(packages, '.bin'), process.env['PATH']].join(delimiter);
    await openTemplate({}, {
      workingDirectory: root,
      synthesize: true,
      // The CDK's validation of templates takes as long as all the rest, and adds nothing to the assembly.
      environment: { PATH, HOME: root, CDK_VALIDATION: 'false', ...go },
    } as object);
  }, 300_000);
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('has the functions of its stacks, of nested ones and of stages', async () => {
    const { service } = await openTemplate({}, { workingDirectory: root } as object);
    const own = ['Api/Handler', 'Api/Bundled', 'Api/Inline', 'Api/Nested/Worker'];
    const names = await service.names();
    const unbundled = ['Python/Alone', 'Python/Needing', 'Python/Source', 'Python/GoSource'];
    const adding = [
      'Adding/SingletonLambdaf7d4f7304ee111e89c2dfa7ae01bbebc',
      'Adding/Oursf7d4f7304ee111e89c2dfa7ae01bbebd',
      'Adding/Triggered',
      expect.stringMatching(/^edge-lambda-stack-[0-9a-f]+\/AtEdge$/),
    ];
    const built = go === undefined ? [] : ['Go/Built'];
    const expected = [
      ...own,
      ...own.map((name) => `Prod/${name}`),
      'Sources/Handler',
      ...unbundled,
      ...built,
      ...adding,
    ];
    expect(names).toHaveLength(expected.length);
    expect(names).toEqual(expect.arrayContaining(expected));
    expect(service.accountId).toBe('210987654321');
    expect(await (await service.load('Api/Inline')).origin('handler')).toMatchObject({ file: join(root, 'app.js') });
  });

  test('has the triggers of a function that its constructs add, with what they say of them', async () => {
    const { service } = await openTemplate({}, { workingDirectory: root } as object);
    const triggers = (await (await service.load('Sources/Handler')).triggers?.()) ?? [];
    const byType = Object.fromEntries(triggers.map(({ type, event }) => [type, event]));
    expect(byType).toEqual({
      SQS: { sample: 'sqs', given: { eventSourceARN: 'arn:aws:sqs:eu-west-1:210987654321:jobs' } },
      DynamoDB: { sample: 'dynamodb', given: {} },
      Api: { sample: 'apigateway-rest', given: { method: 'PUT', route: '/orders/{id}' } },
      HttpApi: { sample: 'apigateway-http', given: { method: 'GET', route: '/items/{item}' } },
      EventBridgeRule: { sample: 'eventbridge', given: { source: 'shop', 'detail-type': 'paid' } },
      Schedule: { sample: 'schedule', given: {} },
      S3: { sample: 's3', given: { bucket: 'uploads', key: 'object.png', eventName: 'ObjectCreated:Put' } },
      SNS: { sample: 'sns', given: {} },
      url: { sample: 'function-url', given: {} },
    });
    const { answer } = await runFunction(root, 'Sources/Handler', { event: { sent: true } });
    expect(answer).toEqual({ sent: true });
  });

  test('a PythonFunction that no Docker has bundled runs as its source does, and what it lacks is said', async () => {
    const alone = await runFunction(root, 'Python/Alone', { event: { name: 'Ada' } });
    expect(alone.answer).toBe('hello Ada');
    expect(alone.diagnostics.filter(({ code }) => code.startsWith('cdk'))).toEqual([]);
    const needing = await runFunction(root, 'Python/Needing');
    expect(needing.result).toMatchObject({ status: 'error' });
    expect(needing.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'cdk-asset-requirements', message: expect.stringContaining('requirements.txt') }),
    );
  });

  test.each([
    ['Python/Source', 'no file of the handler index.handler'],
    ['Python/GoSource', 'no bootstrap'],
  ])('%s, whose source was not bundled and can not be started, is an error at its line', async (name, lacking) => {
    const failure = await failureOf(runFunction(root, name));
    expect(failure).toMatchObject({ code: 'cdk-asset-unbundled', location: { file: join(root, 'app.js') } });
    expect(failure.message).toContain(`has ${lacking}.`);
    expect(failure.hint).toContain('npx cdk synth --quiet');
  });

  (go === undefined ? test.skip : test)('a GoFunction runs as its bundling has built it', async () => {
    const { answer, diagnostics } = await runFunction(root, 'Go/Built', { event: 21 });
    expect(answer).toBe(42);
    expect(diagnostics.filter(({ code }) => code.startsWith('cdk'))).toEqual([]);
  });

  test.each([
    [
      'Api/Handler',
      { n: 1 },
      {
        event: { n: 1 },
        shared: 'of the layer',
        queue: 'https://sqs.eu-west-1.amazonaws.com/210987654321/work',
        stage: 'test',
        region: 'eu-west-1',
        arn: 'arn:aws:lambda:eu-west-1:210987654321:',
        memory: '256',
      },
    ],
    ['Api/Bundled', { n: 4 }, 8],
    ['Api/Inline', {}, 'inline'],
    ['Api/Nested/Worker', {}, 'orders'],
    ['Prod/Api/Nested/Worker', {}, 'orders'],
  ])('%s answers as it should', async (name, event, response) => {
    const { answer, result } = await runFunction(root, name, { event });
    expect(answer).toEqual(response);
    expect(result.status).toBe('success');
  });
});

function goEnvironment(): Readonly<Record<string, string>> | undefined {
  try {
    const GOCACHE = execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim();
    return { ...goSettings('-mod=mod'), GOCACHE, WITH_GO: '1' };
  } catch {
    return undefined;
  }
}
