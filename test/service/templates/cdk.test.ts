import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failureOf, folderOf } from '../open-folder.js';
import { openTemplate } from './open-template.js';

const hash = 'a'.repeat(64);

const lambda = (properties: object, metadata: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Handler: 'index.handler', Runtime: 'nodejs22.x', ...properties },
  Metadata: metadata,
});

const inCode = (path: string) => ({
  'aws:cdk:path': path,
  'aws:asset:path': `asset.${hash}`,
  'aws:asset:property': 'Code',
});

/** An assembly as `cdk synth` writes it: two stacks, one of which exports what the other imports, a nested stack, and a stage. */
function assembly(): Record<string, string> {
  const artifacts = (stacks: object) => JSON.stringify({ version: '48.0.0', artifacts: stacks });
  const stack = (name: string, environment = 'aws://unknown-account/unknown-region') => ({
    type: 'aws:cloudformation:stack',
    environment,
    properties: { templateFile: `${name}.template.json`, stackName: `${name}-stack` },
    metadata: {
      '/One/Api/Handler/Resource': [
        { type: 'aws:cdk:logicalId', data: 'Handler1', trace: ['new Api (/gone/api.ts:1:1)', 'at bin (HERE:3:7)'] },
      ],
    },
  });
  const files = {
    'cdk.json': '{"app":"node bin.js"}',
    'bin.js': '',
    'cdk.out/cdk.out': '{}',
    [`cdk.out/asset.${hash}/index.js`]: '',
    [`cdk.out/asset.layer/nodejs/x.js`]: '',
    'cdk.out/manifest.json': artifacts({
      Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage' } },
      'One.assets': { type: 'cdk:asset-manifest', properties: { file: 'One.assets.json' } },
      One: stack('One', 'aws://111111111111/eu-west-1'),
      Two: stack('Two', 'aws://111111111111/eu-west-1'),
    }),
    'cdk.out/One.assets.json': JSON.stringify({
      files: {
        [hash]: {
          source: { path: `asset.${hash}` },
          destinations: { here: { bucketName: 'b', objectKey: `${hash}.zip` } },
        },
        layer: { source: { path: 'asset.layer' }, destinations: { here: { bucketName: 'b', objectKey: 'layer.zip' } } },
      },
    }),
    'cdk.out/One.template.json': JSON.stringify({
      Resources: {
        Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
        Layer: { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Bucket: 'b', S3Key: 'layer.zip' } } },
        Handler1: lambda(
          { Layers: [{ Ref: 'Layer' }], Environment: { Variables: { T: { Ref: 'Table' } } } },
          inCode('One/Api/Handler/Resource'),
        ),
        ByHash: lambda({ Code: { S3Bucket: 'b', S3Key: `${hash}.zip` } }, { 'aws:cdk:path': 'One/ByHash/Resource' }),
        Inline: lambda(
          { Code: { ZipFile: 'x = 1' }, Runtime: 'python3.12' },
          { 'aws:cdk:path': 'One/Inline/Resource' },
        ),
        Elsewhere: lambda({ Code: { S3Bucket: 'c', S3Key: 'k.zip' } }, { 'aws:cdk:path': 'One/Elsewhere/Resource' }),
        Log: lambda({}, inCode(`One/LogRetention${'0'.repeat(32)}/Resource`)),
        Provider: lambda({}, inCode('One/P/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler')),
        OnEvent: lambda({}, inCode('One/P/framework-onEvent/Resource')),
        Own: lambda({}, inCode(`One/SingletonLambda${'0'.repeat(32)}/Resource`)),
        Purpose: lambda({}, inCode(`One/Ours${'0'.repeat(32)}/Resource`)),
        Spam: lambda({}, inCode('One/SingletonLambda224e77f9a32e4b4dac32983477abba16/Resource')),
        Replica: lambda({}, inCode('One/@aws-cdk--aws-dynamodb.ReplicaProvider/OnEventHandler/Resource')),
        Trigger: lambda({}, inCode('One/AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/Handler')),
        Requestor: lambda({}, inCode('One/Certificate/CertificateRequestorFunction/Resource')),
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: { 'Fn::Join': ['', ['https://s3/', { Ref: 'AWS::URLSuffix' }]] },
            Parameters: { P: { Ref: 'Table' } },
          },
          Metadata: { 'aws:asset:path': 'Nested.template.json', 'aws:asset:property': 'TemplateURL' },
        },
      },
      Outputs: { X: { Value: { Ref: 'Table' }, Export: { Name: 'One:Table' } } },
    }),
    'cdk.out/Nested.template.json': JSON.stringify({
      Parameters: { P: { Type: 'String' } },
      Resources: {
        Inner: lambda({ Environment: { Variables: { P: { Ref: 'P' } } } }, inCode('One/Nested/Handler/Resource')),
      },
    }),
    'cdk.out/Two.template.json': JSON.stringify({
      Resources: {
        Uses: lambda(
          { Environment: { Variables: { T: { 'Fn::ImportValue': 'One:Table' } } } },
          inCode('Two/Uses/Resource'),
        ),
      },
    }),
    'cdk.out/assembly-Stage/manifest.json': artifacts({ S: stack('S') }),
    'cdk.out/assembly-Stage/S.template.json': JSON.stringify({
      Resources: { H: lambda({}, { ...inCode('Stage/S/Only/Resource'), 'aws:asset:path': `../asset.${hash}` }) },
    }),
  };
  return files;
}

describe('an assembly of the CDK', () => {
  test("has its stacks' functions by the paths of their constructs, without those that the CDK adds for itself", async () => {
    const { service } = await openTemplate(assembly());
    expect(await service.names()).toEqual([
      'Stage/S/Only',
      'One/Api/Handler',
      'One/ByHash',
      'One/Inline',
      'One/Elsewhere',
      `One/SingletonLambda${'0'.repeat(32)}`,
      `One/Ours${'0'.repeat(32)}`,
      'One/Nested/Handler',
      'Two/Uses',
    ]);
  });

  test.each([
    ['Handler1', 'One/Api/Handler'],
    ['Api/Handler', 'One/Api/Handler'],
    ['Uses', 'Two/Uses'],
    ['Only', 'Stage/S/Only'],
    ['Stage/S/Only', 'Stage/S/Only'],
  ])('names a function %s as well', async (name, key) => {
    const { service } = await openTemplate(assembly());
    expect((await service.load(name)).key).toBe(key);
  });

  test('refuses a name that means several, with their paths', async () => {
    const { service } = await openTemplate(assembly());
    expect(await failureOf(service.load('Handler'))).toMatchObject({
      code: 'function-ambiguous',
      message: 'The name Handler means 2 functions: One/Api/Handler, One/Nested/Handler.',
    });
  });

  test("has a function's code, layers, environment, and the account and region of its stack", async () => {
    const { service, folder } = await openTemplate(assembly());
    const fn = await service.load('One/Api/Handler');
    expect(fn).toMatchObject({
      code: { kind: 'folder', folder: join(folder, 'cdk.out', `asset.${hash}`) },
      environment: { T: 'orders' },
      layers: [{ name: 'Layer', code: { folder: join(folder, 'cdk.out', 'asset.layer') } }],
      region: 'eu-west-1',
      sourceRoot: folder,
    });
    expect(service.accountId).toBeUndefined();
    expect((await service.load('ByHash')).code).toEqual({
      kind: 'folder',
      folder: join(folder, 'cdk.out', `asset.${hash}`),
    });
    expect((await service.load('Inline')).addedFiles).toEqual([{ path: 'index.py', content: { text: 'x = 1' } }]);
  });

  test('follows exports of its stacks, and parameters of nested ones', async () => {
    const { service } = await openTemplate(assembly());
    expect((await service.load('Uses')).environment).toEqual({ T: 'orders' });
    expect((await service.load('One/Nested/Handler')).environment).toEqual({ P: 'orders' });
  });

  test("points at the user's code that makes a function, where it has its stack", async () => {
    const files = assembly();
    const folder = await folderOf(files);
    const here = join(folder, 'bin.js');
    const manifest = (files['cdk.out/manifest.json'] ?? '').replaceAll('HERE', here.replaceAll('\\', '\\\\'));
    const { service } = await openTemplate({ ...files, 'cdk.out/manifest.json': manifest });
    expect(await (await service.load('One/Api/Handler')).origin('handler')).toEqual({ file: here, line: 3, column: 7 });
  });

  test.each([
    ['its source', { 'aws:asset:path': '/project', 'aws:asset:is-bundled': true }, 'cdk-asset-unbundled'],
    ['its bundle', { 'aws:asset:is-bundled': true }, undefined],
    ['a folder that needs no bundling', { 'aws:asset:is-bundled': false }, undefined],
  ])('that has %s is told so', async (_, asset, code) => {
    const files = assembly();
    const template = JSON.parse(files['cdk.out/One.template.json'] ?? '');
    Object.assign(template.Resources.Handler1.Metadata, asset);
    const { service, diagnostics } = await openTemplate({
      ...files,
      'cdk.out/One.template.json': JSON.stringify(template).replaceAll('/project', process.cwd().replaceAll('\\', '/')),
    });
    await service.load('One/Api/Handler');
    expect(diagnostics.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
  });

  test.each([
    ['nodejs22.x', 'index.handler', { 'a.js': '' }, 'no file of the handler index.handler'],
    ['nodejs22.x', 'index.handler', { 'index.mjs': '' }, undefined],
    ['python3.12', 'app.main.handler', { 'app/main.py': '' }, undefined],
    ['python3.12', 'app.main.handler', { 'app/other.py': '' }, 'no file of the handler app.main.handler'],
    ['provided.al2023', 'bootstrap', { 'main.go': '' }, 'no bootstrap'],
    ['provided.al2023', 'bootstrap', { bootstrap: '' }, undefined],
    ['java21', 'example.Handler', { 'pom.xml': '' }, undefined],
  ])(
    'whose source of %s with %s is %j, not bundled, is an error only where it can not be started',
    async (Runtime, Handler, files, lacking) => {
      const source = await folderOf(files);
      const made = assembly();
      const template = JSON.parse(made['cdk.out/One.template.json'] ?? '');
      const named = { ...inCode('One/Named/Resource'), 'aws:asset:path': source, 'aws:asset:is-bundled': true };
      template.Resources.Named = lambda({ Runtime, Handler }, named);
      // As `--no-asset-metadata` leaves it: only the list of assets says where the source is.
      template.Resources.Listed = lambda(
        { Runtime, Handler, Code: { S3Key: 'source.zip' } },
        { 'aws:cdk:path': 'One/Listed/Resource' },
      );
      const listed = { source: { path: source }, destinations: { here: { bucketName: 'b', objectKey: 'source.zip' } } };
      const { service, diagnostics } = await openTemplate({
        ...made,
        'cdk.out/One.template.json': JSON.stringify(template),
        'cdk.out/One.assets.json': JSON.stringify({ files: { listed } }),
      });
      for (const name of ['One/Named', 'One/Listed']) {
        if (lacking === undefined) expect((await service.load(name)).key).toBe(name);
        else expect((await failureOf(service.load(name))).message).toContain(`has ${lacking}.`);
        expect((await service.load(name, 'all')).key).toBe(name);
      }
      const codes = diagnostics.map(({ code }) => code);
      expect(codes).toEqual(lacking === undefined ? ['cdk-asset-unbundled'] : []);
    },
  );

  test('says of code that is no asset that it is not here', async () => {
    const { service } = await openTemplate(assembly());
    const failure = await failureOf(service.load('Elsewhere'));
    expect(failure.message).toContain('has code of One/Elsewhere that is no asset of the assembly');
    expect(failure.location?.file).toMatch(/One\.template\.json$/);
  });

  test('warns where a source is newer than it', async () => {
    const folder = await folderOf(assembly());
    await utimes(join(folder, 'cdk.out', 'manifest.json'), new Date(0), new Date(0));
    const { diagnostics } = await openTemplate({}, { workingDirectory: folder } as object);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'cdk-assembly-old' }]);
    expect(diagnostics[0]?.message).toContain('bin.js is newer than the assembly');
  });

  test('may be named by its folder or its manifest', async () => {
    const { 'cdk.json': _, ...files } = assembly();
    for (const config of ['cdk.out', 'cdk.out/manifest.json']) {
      expect((await openTemplate(files, { config })).service.configFile).toMatch(/manifest\.json$/);
    }
  });

  test('that is not there is an error that says how to make it', async () => {
    const failure = await failureOf(openTemplate({ 'cdk.json': '{"app":"node bin.js"}' }));
    expect(failure).toMatchObject({ code: 'cdk-assembly-missing' });
    expect(failure.hint).toContain('npx cdk synth --quiet');
  });
});

describe('the program of cdk.json', () => {
  const program = `const { mkdirSync, writeFileSync } = require('node:fs');
const out = process.env.CDK_OUTDIR;
mkdirSync(out, { recursive: true });
const context = JSON.parse(process.env.CDK_CONTEXT_JSON);
const F = { Type: 'AWS::Lambda::Function', Properties: { Handler: 'index.handler', Runtime: 'nodejs22.x', Code: { ZipFile: '1' },
  Environment: { Variables: { CONTEXT: context.own, LOOKED_UP: context.found, META: String(context['aws:cdk:enable-path-metadata']) } } } };
writeFileSync(out + '/S.template.json', JSON.stringify({ Resources: { F } }));
writeFileSync(out + '/manifest.json', JSON.stringify({ version: '1', artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json' } } } }));
`;

  test('makes the assembly where that is asked for, with the context of the project', async () => {
    const { service } = await openTemplate(
      {
        'cdk.json': '{"app":"node bin.js","output":"made","context":{"own":"mine"}}',
        'cdk.context.json': '{"found":"before"}',
        'bin.js': program,
      },
      { synthesize: true, environment: { PATH: process.env['PATH'] ?? '' } },
    );
    expect((await service.load('F')).environment).toEqual({ CONTEXT: 'mine', LOOKED_UP: 'before', META: 'true' });
  });

  test('that has no Docker to bundle with is an error that says what else can be done', async () => {
    const work = openTemplate(
      {
        'cdk.json': '{"app":"node bin.js"}',
        'bin.js': "console.error('Error: spawnSync docker ENOENT'); process.exit(1);",
      },
      { synthesize: true, environment: { PATH: process.env['PATH'] ?? '' } },
    );
    const failure = await failureOf(work);
    expect(failure.message).toContain('ended with exit code 1: it bundles with Docker');
    expect(failure.hint).toContain('aws:cdk:bundling-stacks');
  });

  test('that can not bundle by itself is no error of Docker', async () => {
    const printed =
      'Failed to bundle asset Shop/Api/Code/Stage, bundle output is located at x: Error: bash exited with status 1';
    const work = openTemplate(
      { 'cdk.json': '{"app":"node bin.js"}', 'bin.js': `console.error(${JSON.stringify(printed)}); process.exit(1);` },
      { synthesize: true, environment: { PATH: process.env['PATH'] ?? '' } },
    );
    const failure = await failureOf(work);
    expect(failure.message).toContain('ended with exit code 1: it could not bundle Shop/Api.');
    expect(failure.hint).toContain('log above');
  });

  test.each([
    ['fails', 'process.exit(3)', 'ended with exit code 3'],
    ['is not named', undefined, 'names no program'],
  ])('that %s is an error', async (_, code, message) => {
    const settings = code === undefined ? '{}' : '{"app":"node bin.js"}';
    const work = openTemplate(
      { 'cdk.json': settings, 'bin.js': code ?? '' },
      { synthesize: true, environment: { PATH: process.env['PATH'] ?? '' } },
    );
    expect((await failureOf(work)).message).toContain(message);
  });
});

describe('an assembly of SST', () => {
  const tags = { Tags: [{ Key: 'sst:app', Value: 'shop' }] };
  const ofSst = (properties: object) => ({
    ...lambda({ Code: { S3Key: `${hash}.zip` }, ...tags, ...properties }, {}),
    Metadata: undefined,
  });
  const stub = 'export function placeholder() {}';
  /** As `sst build` writes it: without paths in the template, and with a function of its own. */
  const files = {
    'sst.config.ts': '',
    [`.sst/dist/asset.${hash}/index.js`]: '',
    '.sst/dist/manifest.json': JSON.stringify({
      version: '44.0.0',
      artifacts: {
        assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
        'test-shop-API': {
          type: 'aws:cloudformation:stack',
          environment: 'aws://123456789012/eu-west-1',
          properties: { templateFile: 'API.template.json', tags: { 'sst:app': 'shop' } },
          metadata: Object.fromEntries(
            ['CustomResourceHandler', 'api/Lambda_GET_--', 'Live', 'Unbuilt'].map((path) => [
              `/test-shop-API/${path}/Resource`,
              [{ type: 'aws:cdk:logicalId', data: path.replaceAll(/\W/g, '') }],
            ]),
          ),
        },
      },
    }),
    '.sst/dist/assets.json': JSON.stringify({
      files: { [hash]: { source: { path: `asset.${hash}` }, destinations: { here: { objectKey: `${hash}.zip` } } } },
    }),
    '.sst/dist/API.template.json': JSON.stringify({
      Resources: {
        CustomResourceHandler: ofSst({}),
        apiLambda_GET_: ofSst({ Environment: { Variables: { SST_APP: 'shop' } } }),
        Live: ofSst({ Handler: 'live-lambda.handler' }),
        Unbuilt: ofSst({ Code: { ZipFile: stub }, Handler: 'index.placeholder' }),
      },
    }),
  };

  test("is found where SST writes it, with the user's functions by their constructs", async () => {
    const { service } = await openTemplate(files);
    expect(await service.names()).toEqual([
      'test-shop-API/api/Lambda_GET_--',
      'test-shop-API/Live',
      'test-shop-API/Unbuilt',
    ]);
    expect(await service.load('api/Lambda_GET_--')).toMatchObject({
      environment: { SST_APP: 'shop' },
      region: 'eu-west-1',
    });
  });

  test.each([
    ['Live', '`sst dev`'],
    ['Unbuilt', 'not built'],
  ])('refuses a stub in place of the code: %s', async (name, why) => {
    const { service } = await openTemplate(files);
    const failure = await failureOf(service.load(name));
    expect(failure).toMatchObject({ code: 'sst-stub', hint: expect.stringContaining('npx sst build') });
    expect(failure.message).toContain(why);
  });

  test('that is older than the sources is told with the command of SST', async () => {
    const folder = await folderOf(files);
    await utimes(join(folder, '.sst', 'dist', 'manifest.json'), new Date(0), new Date(0));
    const { diagnostics } = await openTemplate({}, { workingDirectory: folder } as object);
    expect(diagnostics).toMatchObject([{ code: 'cdk-assembly-old', hint: 'Run `npx sst build` before this step.' }]);
  });
});
