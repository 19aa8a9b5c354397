import { describe, expect, test } from '@jest/globals';

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { openFiles, placeOf, type TestOptions } from '../open-folder.js';

type Files = string | Readonly<Record<string, string>>;

/** What is reported of the function `f` as it is loaded, and what validation finds. */
async function findingsOf(files: Files, options: TestOptions = {}): Promise<Diagnostic[]> {
  const reported: Diagnostic[] = [];
  const service = await openFiles(files, { report: (diagnostic) => reported.push(diagnostic), ...options });
  const fn = await service.load('f');
  return [...reported, ...((await fn.validation?.findings()) ?? [])];
}

/** A service with a function `f`, its settings and the provider's, and further keys at the root. */
const serviceOf = (settings: string, provider = '', root = ''): string =>
  `service: svc\nprovider: {name: aws, runtime: nodejs22.x${provider && `, ${provider}`}}\n${root}functions: {f: {handler: f.handler${settings && `, ${settings}`}}}\n`;

const unknown = 'is a property that the framework does not know: a deploy leaves it out.';
const saysSo = "The framework's own validation says so, too.";
const layer = 'layers: {x: {path: ., retian: true}}\n';

describe('a warning names', () => {
  const cases: Readonly<Record<string, readonly [files: Files, ...found: readonly string[]]>> = {
    'a misspelt property of the function': [
      serviceOf('timout: 30'),
      `3:37 functions.f.timout ${unknown} Did you mean timeout?`,
    ],
    'one of the provider': [
      serviceOf('', 'memorysize: 512'),
      `2:44 provider.memorysize ${unknown} Did you mean memorySize?`,
    ],
    'one at the root': [serviceOf('', '', 'pakage: {}\n'), `3:1 pakage ${unknown} Did you mean package?`],
    'one of a package': [
      serviceOf('package: {pattern: [a]}'),
      `3:47 functions.f.package.pattern ${unknown} Did you mean patterns?`,
    ],
    'one of a layer that the function uses': [
      { 'serverless.yml': serviceOf('layers: [{Ref: XLambdaLayer}]', '', layer) },
      `3:23 layers.x.retian ${unknown} Did you mean retain?`,
    ],
    'one that belongs under the provider': [
      serviceOf('', '', 'memorySize: 512\n'),
      `3:1 memorySize ${unknown} It belongs under provider: provider.memorySize.`,
    ],
    'one that belongs under a function': [
      serviceOf('', '', 'handler: a.b\n'),
      `3:1 handler ${unknown} It belongs under a function.`,
    ],
    'one that belongs at the root': [
      serviceOf('', 'useDotenv: true'),
      `2:44 provider.useDotenv ${unknown} It belongs at the root of the file.`,
    ],
    'several, each at its place': [
      serviceOf('handlr: a.b, enviroment: {A: 1}'),
      `3:37 functions.f.handlr ${unknown} Did you mean handler?`,
      `3:50 functions.f.enviroment ${unknown} Did you mean environment?`,
    ],
    'a kind of event': [
      serviceOf('events: [{htp: GET /}]'),
      '3:46 functions.f.events.0 is an event of the kind `htp`, which the framework does not know: a deploy makes nothing that sends it. Did you mean http?',
    ],
    'an event without settings': [
      serviceOf('events: [sqs, {http: GET /}]'),
      '3:46 functions.f.events.0 is `sqs` alone: an event is a mapping from its kind to its settings. Write `sqs: …`.',
    ],
    'a setting of an event, and one that is missing': [
      serviceOf('events: [{http: {path: /, methd: get}}]'),
      `3:47 functions.f.events.0.http.method is missing. ${saysSo}`,
      `3:63 functions.f.events.0.http.methd ${unknown} Did you mean method?`,
    ],
    'a value of the wrong form': [
      serviceOf('events: [{sqs: queue}]'),
      `3:52 functions.f.events.0.sqs must match ^arn:, and is \`queue\`. ${saysSo}`,
    ],
    'a value that is none of the choices': [
      serviceOf('', 'tracing: {lambda: Activ}'),
      `2:62 provider.tracing.lambda must be Active or PassThrough, and is \`Activ\`. ${saysSo}`,
    ],
    'a value of the wrong kind': [
      serviceOf('maximumRetryAttempts: many'),
      `3:59 functions.f.maximumRetryAttempts must be a whole number, and is \`many\`. ${saysSo}`,
    ],
    'what a file holds that is included, in that file': [
      {
        'serverless.yml': 'service: svc\nprovider: ${file(provider.yml)}\nfunctions: ${file(functions.yml)}\n',
        'provider.yml': 'name: aws\nruntime: nodejs22.x\nmemorysize: 512\n',
        'functions.yml': 'f:\n  handler: f.handler\n  events: ${file(events.json)}\n',
        'events.json': '[{"http": "GET /"},\n {"htpApi": "*"}]',
      },
      `3:1 provider.memorysize ${unknown} Did you mean memorySize?`,
      '2:2 functions.f.events.1 is an event of the kind `htpApi`, which the framework does not know: a deploy makes nothing that sends it. Did you mean httpApi?',
    ],
    "a key of version 4, where the version is 3's": [
      serviceOf('', '', "frameworkVersion: '3'\nbuild: {esbuild: true}\n"),
      `4:1 build ${unknown}`,
    ],
    'a build of version 4 that is neither a text nor a mapping': [
      serviceOf('', '', "frameworkVersion: '4'\nbuild: [a, b]\n"),
      `4:8 build must be a string or a mapping, and is a list. ${saysSo}`,
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [files, ...expected]) => {
    const found = await findingsOf(files);
    expect(found.map((each) => `${placeOf(each)} ${[each.message, each.hint].filter(Boolean).join(' ')}`)).toEqual(
      expected,
    );
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  test('a setting of its own only once, by the more exact warning', async () => {
    expect(await findingsOf(serviceOf('timeout: 1000, memorySize: 1536MB'))).toMatchObject([
      { code: 'config-out-of-range' },
      { code: 'config-default-used' },
    ]);
  });
});

describe('nothing is said of', () => {
  const cases: Readonly<Record<string, Files>> = {
    'a plain configuration': serviceOf(
      'events: [{http: GET /}, {schedule: rate(1 hour)}], timeout: 30',
      'region: eu-west-1',
    ),
    'a configuration whose mode is off': serviceOf('timout: 3', '', 'configValidationMode: off\n'),
    'what is free': serviceOf('', '', 'custom: {anything: 1}\nx-common: {a: 1}\n.anchors: {b: 1}\nuseDotenv: false\n'),
    'what is null': serviceOf('timout: ~', 'memorysize: null'),
    'a layer that the function does not use': serviceOf('', '', layer),
    'another function': `service: svc\nprovider: {name: aws, runtime: nodejs22.x}\nfunctions: {f: {handler: f.h}, g: {timout: 1}}\n`,
    'what is not at hand': {
      'serverless.yml': serviceOf(
        "vpc: '${ssm:/vpc}', tags: '${file(tags.js)}', url: '${file(none.yml)}', name: '${env:NO}-f'",
      ).replace(", name: '${env:NO}-f'", ''),
    },
    'properties that plugins add, and their events': serviceOf(
      'warmup: true, alarms: [a], events: [{existingS3: bucket}, {http: {path: /, method: get, documentation: {}}}]',
      '',
      'plugins: [serverless-plugin-warmup, serverless-plugin-aws-alerts, serverless-plugin-existing-s3, serverless-openapi-documenter]\n',
    ),
    'keys of version 4, where no version is named': serviceOf(
      'build: esbuild',
      '',
      'build: {esbuild: {minify: true}}\nstages: {default: {params: {a: 1}}}\norg: acme\napp: shop\n',
    ),
    'keys that only one version knows': serviceOf('durableConfig: {executionTimeout: 60}, recursiveLoop: Allow'),
    'numbers and booleans as text': serviceOf("timeout: '30', memorySize: '512', provisionedConcurrency: '1'"),
    'intrinsic functions': serviceOf(
      'role: !GetAtt Role.Arn, layers: [!Ref Other], environment: {A: !Ref "AWS::Region"}',
    ),
    'a list of functions':
      'service: svc\nprovider: aws\nfunctions:\n  - f: {handler: f.h, runtime: nodejs22.x}\n  - f: {timeout: 3}\n',
  };

  test.each(Object.entries(cases))('%s', async (_, files) => {
    const found = await findingsOf(files, { variables: { 'ssm:/vpc': 'v' } });
    expect(found.filter(({ code }) => code.startsWith('config-'))).toEqual([]);
  });

  test('a property that may be of a plugin that nothing is known of, unless it is nearly a known one', async () => {
    const found = await findingsOf(
      serviceOf('speciality: 1, timout: 3, events: [{special: 1}, {htp: GET /}]', '', 'plugins: [some-plugin]\n'),
    );
    expect(found.map(({ code, hint }) => [code, hint]).slice(1)).toEqual([
      ['config-property-unknown', 'Did you mean timeout?'],
      ['config-event-unknown', 'Did you mean http?'],
    ]);
  });
});

describe('a configuration is refused', () => {
  const isStrict = async (files: Files): Promise<boolean | undefined> =>
    (await (await openFiles(files)).load('f')).validation?.isStrict;

  test.each([
    ['configValidationMode: error', true],
    ['configValidationMode: warn', false],
    ['', false],
    ["frameworkVersion: '4'", false],
    ['configValidationMode: ${self:custom.mode}\ncustom: {mode: error}', true],
  ])('by %j: %j', async (root, expected) => {
    expect(await isStrict(serviceOf('', '', root && `${root}\n`))).toBe(expected);
  });

  test.each([
    [{ devDependencies: { osls: '^4.0.0' } }, '', true],
    [{ devDependencies: { osls: '^3.60.0' } }, '', false],
    [{ dependencies: { serverless: '4' } }, '', false],
    [{ devDependencies: { osls: '^4.0.0' } }, 'configValidationMode: warn\n', false],
    [{ devDependencies: { osls: '^4.0.0' } }, "frameworkVersion: '3'\n", false],
  ])('with %j and %j: %j', async (dependencies, root, expected) => {
    const files = { 'serverless.yml': serviceOf('', '', root), 'package.json': JSON.stringify(dependencies) };
    expect(await isStrict(files)).toBe(expected);
  });

  test('by errors, also of what is run with a warning otherwise; numbers that change stay warnings', async () => {
    const settings = 'timout: 1, timeout: 30s, environment: {ID: 012345678901}';
    const found = await findingsOf(serviceOf(settings, '', 'configValidationMode: error\n'));
    expect(found.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'config-default-used'],
      ['error', 'config-property-unknown'],
      ['error', 'config-value-refused'],
      ['warning', 'config-number-changed'],
    ]);
  });
});

describe('values that change as they are read are named in one warning', () => {
  test('those of the environment, and those that it takes from elsewhere', async () => {
    const found = await findingsOf({
      'serverless.yml': `service: svc
provider:
  name: aws
  runtime: nodejs22.x
  environment:
    ACCOUNT: 012345678901
    VERSION: 1.10
    QUOTED: "0123"
    LONG: 12345678901234567
    FLAG: True
    PLAIN: 5
    SAME: 1.5
    WORD: no
    ROLE: arn:aws:iam::\${file(account.yml):id}:role/x
custom: {unused: 012345678901}
functions: {f: {handler: f.h, environment: {VERSION: 2.0}}}
`,
      'account.yml': 'id: 000000000001\n',
    });
    expect(found).toMatchObject([
      { severity: 'warning', code: 'config-number-changed', location: { line: 6, column: 14 } },
    ]);
    expect(found[0]?.message.replace(/id in .*account\.yml/, 'ID')).toBe(
      'YAML makes another value of what is not quoted, and so it is deployed: provider.environment.ACCOUNT is written 012345678901, and is 12345678901; functions.f.environment.VERSION is written 2.0, and is 2; provider.environment.LONG is written 12345678901234567, and is 12345678901234568; provider.environment.FLAG is written True, and is true; ID is written 000000000001, and is 1.',
    );
    expect(found[0]?.hint).toBe('Quote it to keep it: "012345678901".');
  });

  test('a long number in JSON', async () => {
    const environment = '{"ID": 12345678901234567890, "SAME": 12}';
    const provider = '{"name": "aws", "runtime": "nodejs22.x"}';
    const found = await findingsOf({
      'serverless.json': `{"service": "svc", "provider": ${provider}, "functions": {"f": {"handler": "f.h", "environment": ${environment}}}}`,
    });
    expect(found.map(({ message }) => message)).toEqual([
      'JSON makes another value of what is not quoted, and so it is deployed: functions.f.environment.ID is written 12345678901234567890, and is 12345678901234567000.',
    ]);
  });

  test("a date, in version 4's dialect", async () => {
    const found = await findingsOf(serviceOf('environment: {DAY: 2024-05-06}', '', "frameworkVersion: '4'\n"));
    expect(found.map(({ code }) => code)).toEqual(['config-number-changed']);
  });
});
