import { describe, expect, test } from '@jest/globals';

import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openService } from '../../src/service/open-service.js';
import type { ServiceOptions } from '../../src/service/service.js';
import { fixture } from '../paths.js';
import { failureOf, openFolder, placeOf, projectCode } from './open-folder.js';

const folder = fixture('service-realistic');
const nothing: ServiceOptions = {
  workingDirectory: folder,
  params: {},
  options: {},
  environment: {},
  projectCode,
  report: () => {},
};

describe('a realistic service', () => {
  test('opens with its stage, region and profile', async () => {
    expect(await openService(nothing)).toMatchObject({
      root: folder,
      configFile: fixture('service-realistic', 'serverless.yml'),
      stage: 'dev',
      region: 'eu-central-1',
      identity: { candidates: [{ setting: 'provider.profile', identity: { profile: 'orders-team' } }], isFirst: false },
    });
    expect(await openService({ ...nothing, stage: 'prod' })).toMatchObject({ stage: 'prod', region: 'us-east-1' });
    expect(await openService({ ...nothing, region: 'eu-west-3' })).toMatchObject({ region: 'eu-west-3' });
  });

  test('lists its functions in their order, whatever is wrong with their bodies', async () => {
    const service = await openService(nothing);
    expect(await service.names()).toEqual(['create', 'list', 'charge', 'report', 'broken', 'thumbnail']);
  });

  test('gives a function what it declares and what it inherits', async () => {
    const service = await openService({ ...nothing, environment: { RELEASE: 'r${env:HOME}' } });
    const { origin, build, nativeBuild, triggers, validation, packaging, permissions, asyncInvocations, ...loaded } =
      await service.load('create');
    expect(await asyncInvocations?.()).toEqual({});
    expect(await validation?.findings()).toEqual([]);
    expect(await packaging?.()).toMatchObject({ root: expect.any(String), leavesOutDevDependencies: true });
    expect(permissions).toBeDefined();
    expect(await build?.()).toBeUndefined();
    expect(await nativeBuild?.()).toBeUndefined();
    expect(await triggers?.()).toMatchObject([{ event: { given: { method: 'post', route: '/orders' } } }]);
    expect(loaded).toEqual({
      key: 'create',
      name: 'orders-dev-create',
      handler: 'src/orders.create',
      runtime: 'nodejs20.x',
      code: { kind: 'folder', folder },
      layers: [],
      sourceRoot: folder,
      environment: {
        TABLE: 'orders-dev',
        LOG_LEVEL: 'debug',
        REGION: 'eu-central-1',
        STACK: 'orders-dev',
        RELEASE: 'r${env:HOME}',
        FEATURES: 'search,export,all',
        LEGACY: null,
        QUEUE: 'orders-created',
      },
      timeoutMs: 10_000,
      memorySizeMiB: 512,
      architecture: 'arm64',
      logging: { format: 'JSON', applicationLevel: 'INFO' },
      region: 'eu-central-1',
      stage: 'dev',
    });
  });

  test('says where the keys of a function stand, also those that are inherited or in another file', async () => {
    const service = await openService(nothing);
    const create = await service.load('create');
    const main = fixture('service-realistic', 'serverless.yml');
    const places = await Promise.all(
      (
        [
          'function',
          'handler',
          'runtime',
          'timeout',
          'environment',
          'environment.QUEUE',
          'environment.TABLE',
          'layers',
        ] as const
      ).map(async (key) => {
        const location = await create.origin(key);
        return location && `${location.file === main} ${location.line}:${location.column}`;
      }),
    );
    expect(places).toEqual([
      'true 50:3',
      'true 51:5',
      'true 15:3',
      'true 19:3',
      'true 55:5',
      'true 56:7',
      'true 28:5',
      undefined,
    ]);
    const list = await service.load('list');
    expect(await list.origin('handler')).toEqual({
      file: fixture('service-realistic', 'functions', 'list.yml'),
      line: 2,
      column: 3,
    });
    expect(await list.origin('function')).toMatchObject({ file: main, line: 60 });
  });

  test('takes a function out of another file, and settings of the stage', async () => {
    const service = await openService({ ...nothing, stage: 'prod', environment: { TIMEOUT: '20' } });
    expect(await service.load('list')).toMatchObject({
      name: 'orders-prod-list',
      timeoutMs: 3000,
      environment: { PAGE_SIZE: '20', LOG_LEVEL: 'warn', TABLE: 'orders-prod' },
    });
    expect(await service.load('create')).toMatchObject({
      timeoutMs: 20_000,
      environment: { QUEUE: 'orders-created-prod' },
    });
  });

  test('finds a function by its full name, given or made up', async () => {
    const service = await openService({ ...nothing });
    expect(await service.load('orders-dev-list')).toMatchObject({ key: 'list' });
    const failure = await failureOf(service.load('charge-dev'));
    expect(failure.code).toBe('aws-credentials-missing');
  });

  test.each([
    [
      'charge',
      'aws-credentials-missing',
      '46:11',
      '${ssm:/orders/secret} of custom.secret (needed by functions.charge.environment.SECRET)',
    ],
    [
      'report',
      'environment-intrinsic',
      '76:18',
      'functions.report.environment.TABLE_ARN is the attribute StreamArn of OrdersTable (AWS::DynamoDB::Table), which',
    ],
    ['broken', 'variable-source-unknown', '80:14', '${slef:custom.token} of functions.broken.environment.TOKEN'],
    ['thumbnail', 'function-image', '82:12', 'functions.thumbnail.image makes the function a container image'],
    ['removed', 'function-unknown', '50:3', 'Its functions are create, list, charge, report, broken, thumbnail.'],
    ['craete', 'function-unknown', '50:3', 'There is no function craete'],
  ])('%s fails alone, where it is wrong', async (name, code, place, message) => {
    const failure = await failureOf((await openService(nothing)).load(name));
    expect(failure.message).toContain(message);
    expect(failure.code).toBe(code);
    expect(placeOf(failure)).toBe(place);
    if (name === 'craete') expect(failure.hint).toBe('Did you mean create?');
  });

  test('of a JSON service, the same', async () => {
    const service = await openFolder(fixture('service-json'));
    expect(await service.load('json-dev-f')).toMatchObject({
      runtime: 'python3.13',
      environment: { A: 'dev', B: 'true', TEXT: 'a "quoted" \\ é text json' },
    });
  });

  test('of anchors and a list of functions, the same', async () => {
    const reported: Diagnostic[] = [];
    const service = await openFolder(fixture('service-anchors'), { report: (diagnostic) => reported.push(diagnostic) });
    expect(await service.names()).toEqual(['one', 'two', 'three']);
    expect(await service.load('one')).toMatchObject({
      timeoutMs: 10_000,
      memorySizeMiB: 256,
      environment: { MODE: 'base' },
    });
    expect((await service.load('two')).environment).toEqual({
      SHARED: "it's shared",
      MODE: 'two',
      LONG: 'first line\nsecond anchors line\n',
      FOLDED: 'folded anchors text anchors\n',
      QUOTED: 'tab\there anchors',
    });
    expect(await service.load('three')).toMatchObject({ timeoutMs: 6000, memorySizeMiB: 1024 });
    expect(reported).toEqual([]);
  });
});
