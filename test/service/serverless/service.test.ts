import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { failureOf, folderOf, head, openFiles, openFolder, placeOf } from '../open-folder.js';

const minimal = `${head}functions: {f: {handler: h.e}}\n`;

/** Loads the function `f` of a service whose text follows the usual head. */
async function loadF(
  text: string,
  reported: Diagnostic[] = [],
): ReturnType<Awaited<ReturnType<typeof openFiles>>['load']> {
  const service = await openFiles(head + text, { report: (diagnostic) => reported.push(diagnostic) });
  return service.load('f');
}

describe('finding the configuration', () => {
  test.each([
    [['serverless.yml', 'serverless.yaml', 'serverless.json'], 'serverless.yml'],
    [['serverless.yaml', 'serverless.json', 'serverless.js'], 'serverless.yaml'],
    [['serverless.json', 'serverless.ts'], 'serverless.json'],
  ])('of %j takes %s', async (names, expected) => {
    const json = JSON.stringify({ service: 's', provider: 'aws', functions: {} });
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, json])));
    expect((await openFolder(folder)).configFile).toBe(join(folder, expected));
  });

  test('takes a given file, and the folder that it is in as the root', async () => {
    const folder = await folderOf({ 'deep/other.yml': minimal, 'serverless.yml': 'service: wrong' });
    const expected = { configFile: join(folder, 'deep', 'other.yml'), root: join(folder, 'deep') };
    expect(await openFolder(folder, { config: 'deep/other.yml' })).toMatchObject(expected);
    expect(await openFolder(folder, { config: join(folder, 'deep', 'other.yml') })).toMatchObject(expected);
    expect((await (await openFolder(folder, { config: './deep/other.yml' })).load('f')).sourceRoot).toBe(expected.root);
  });

  test('accepts a byte order mark and Windows line ends', async () => {
    const service = await openFiles(`\uFEFF${minimal.replaceAll('\n', '\r\n')}`);
    expect(await service.load('f')).toMatchObject({ handler: 'h.e' });
  });

  test('says where it looked when there is none', async () => {
    const failure = await failureOf(openFolder(await folderOf({ 'package.json': '{}' })));
    expect(failure.code).toBe('config-missing');
    expect(failure.message).toMatch(
      /no configuration in .*: looked for serverless\.yml, serverless\.yaml, serverless\.json,/,
    );
  });

  test.each([
    [{ config: 'nope.yml' }, 'config-missing', /nope\.yml does not exist/],
    [{ config: 'notes.md' }, 'config-format', /`\.md`, which is none of/],
    [{ config: 'folder.yml' }, 'config-unreadable', /it is a folder/],
  ])('refuses %j', async (options, code, message) => {
    const folder = await folderOf({ 'notes.md': '#', 'folder.yml/x': '' });
    const failure = await failureOf(openFolder(folder, options));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
  });

  test('refuses a working directory that is none', async () => {
    const folder = await folderOf({ file: '' });
    expect((await failureOf(openFolder(join(folder, 'nope')))).message).toMatch(/working directory .* does not exist/);
    expect((await failureOf(openFolder(join(folder, 'file')))).message).toMatch(/is not a folder/);
  });

  test('refuses text that is not UTF-8', async () => {
    const latin = await failureOf(openFiles({ 'serverless.yml': Buffer.from('service: caf\xe9', 'latin1') }));
    expect(latin).toMatchObject({ code: 'config-not-utf8', hint: 'Save it as UTF-8.' });
    const wide = await failureOf(openFiles({ 'serverless.yml': Buffer.from('\uFEFFservice: s', 'utf16le') }));
    expect(wide.message).toContain('it is UTF-16');
  });
});

describe('the configuration as a whole', () => {
  test.each([
    ['- a\n', /must be a mapping, and is a list/],
    ['text\n', /must be a mapping, and is a string/],
    ['', /it is empty/],
    ['service: s\n', /provider is missing/],
    ['service: s\nprovider:\n', /provider is missing/],
    ['service: s\nprovider: [aws]\n', /provider must be a mapping, and is a list/],
    ['service: s\nprovider: google\n', /provider is google: only functions of aws/],
    ['service: s\nprovider: {name: google}\n', /provider\.name is google/],
    ['service: s\nprovider: {name: aws, stage: [a]}\n', /provider\.stage must be a string, and is a list/],
    ['service: s\nprovider: {name: aws, region: {a: b}}\n', /provider\.region must be a string, and is a mapping/],
    [
      'service: s\nprovider: {name: aws, region: "${env:REGION}"}\n',
      /\$\{env:REGION\} of provider\.region has no value/,
    ],
  ])('%j is refused', async (text, message) => {
    expect((await failureOf(openFiles(text))).message).toMatch(message);
  });

  test.each([
    [{}, '', 'us-east-1'],
    [{ AWS_DEFAULT_REGION: 'eu-west-1' }, '', 'eu-west-1'],
    [{ AWS_DEFAULT_REGION: 'eu-west-1', AWS_REGION: 'eu-west-2' }, '', 'eu-west-2'],
    [{ AWS_REGION: 'eu-west-2' }, 'region: eu-west-3', 'eu-west-3'],
  ])('with the environment %j and %j the region is %s', async (environment, region, expected) => {
    const text = `service: s\nprovider: {name: aws, ${region}}\n`;
    expect((await openFiles(text, { environment })).region).toBe(expected);
    expect((await openFiles(text, { environment, region: 'ap-south-1' })).region).toBe('ap-south-1');
  });

  test('a stage of a number is text, and a given stage leaves provider.stage alone', async () => {
    const text = 'service: s\nprovider: {name: aws, stage: 1}\ncustom: {a: "${self:provider.stage}-${sls:stage}"}\n';
    expect((await openFiles(text)).stage).toBe('1');
    expect(await (await openFiles(text, { stage: 'qa' })).property(['custom', 'a'])).toBe('1-qa');
  });

  test('a profile that can not be resolved is a notice: credentials may come from elsewhere', async () => {
    const reported: Diagnostic[] = [];
    const service = await openFiles('service: s\nprovider:\n  name: aws\n  profile: ${env:TEAM}\n', {
      report: (diagnostic) => reported.push(diagnostic),
    });
    expect(service.identity.candidates).toEqual([]);
    expect(reported).toMatchObject([{ severity: 'notice', location: { line: 4, column: 12 } }]);
  });

  test('`provider: aws` and the object form of service are understood', async () => {
    const service = await openFiles(
      'service: {name: old}\nprovider: aws\nfunctions: {f: {handler: h.e, runtime: python3.12}}\n',
    );
    expect(await service.load('f')).toMatchObject({ name: 'old-dev-f' });
    const nameless = await openFiles('provider: aws\nfunctions: {f: {handler: h.e, runtime: python3.12}}\n');
    expect((await failureOf(nameless.load('f'))).code).toBe('service-name-missing');
  });
});

test('a configuration in TOML is named where there is no other', async () => {
  const failure = await failureOf(openFiles({ 'serverless.toml': '' }));
  expect(failure.hint).toBe('There is a serverless.toml, which is not understood: write it as YAML.');
});

describe('functions', () => {
  test.each([
    ['functions: text', '3:12', /functions must be a mapping, or a list of mappings, and is a string/],
    ['functions: 5', '3:12', /and is a number/],
    ['functions:\n  - f\n  - g', '4:5', /functions\.0 must be a mapping of functions, and is a string/],
    ['functions: {f: h.e}', '3:16', /functions\.f must be a mapping, and is a string/],
    ['functions: {f: [h.e]}', '3:16', /functions\.f must be a mapping, and is a list/],
    ['functions: {f: {}}', '3:16', /functions\.f\.handler is missing/],
    ['functions: {f: {handler: }}', '3:16', /functions\.f\.handler is missing/],
    ["functions: {f: {handler: ''}}", '3:16', /functions\.f\.handler is missing/],
    ['functions: {f: {handler: 1.5}}', '3:26', /functions\.f\.handler must be a string, and is a number/],
    ['functions: {f: {handler: [a.b]}}', '3:26', /must be a string, and is a list/],
    ['functions: {f: {handler: index}}', '3:26', /functions\.f\.handler is malformed: `index` has no dot/],
    [
      'functions: {f: {handler: h.e, runtime: dotnet8}}',
      '3:40',
      /`dotnet8`, which can't be run here; supported are nodejs\*/,
    ],
    ['functions: {f: {handler: h.e, runtime: [a]}}', '3:40', /runtime must be a string, and is a list/],
    [
      'functions: {f: {handler: h.e, environment: [a]}}',
      '3:44',
      /functions\.f\.environment must be a mapping, and is a list/,
    ],
    [
      'functions: {f: {handler: h.e, environment: {A: [1]}}}',
      '3:48',
      /functions\.f\.environment\.A is a list, and a variable of an environment is text/,
    ],
    [
      'functions: {f: {handler: h.e, environment: {A: !GetAZs x}}}',
      '3:48',
      /environment\.A needs the availability zones of x/,
    ],
    ['functions: {f: {handler: h.e, environment: {A: !Ref Table}}}', '3:48', /environment\.A refers to Table, which/],
    ['functions: {f: {handler: h.e, name: [a]}}', '3:37', /functions\.f\.name must be a string/],
    ['functions: {f: {image: repo}}', '3:24', /container image/],
    ['functions: {f: {handler: h.e, image: repo}}', '3:38', /stands beside a handler, which the framework refuses/],
    [
      'functions: {f: {handler: h.e, layers: {Ref: A}}}',
      '3:39',
      /functions\.f\.layers must be a list, and is a mapping/,
    ],
  ])('%j is refused, with its place', async (text, place, message) => {
    const failure = await failureOf(loadF(text));
    expect(failure.message).toMatch(message);
    expect(placeOf(failure)).toBe(place);
  });

  test.each(['', 'functions:\n'])('a service with none (%j) is refused', async (text) => {
    const service = await openFiles(head + text);
    expect((await failureOf(service.names())).code).toBe('functions-missing');
    expect((await failureOf(service.load('f'))).code).toBe('functions-missing');
  });

  test('an empty mapping has none', async () => {
    const service = await openFiles(`${head}functions: {}\n`);
    expect(await service.names()).toEqual([]);
    expect((await failureOf(service.load('f'))).message).toContain('the service declares none');
  });

  test('a key comes before a full name, and broken siblings do not stand in the way', async () => {
    const service = await openFiles(`${head}functions:
  broken: \${file(./nope.yml)}
  wrong: text
  svc-dev-b: {handler: key.e}
  b: {handler: b.e, name: named}
  c: {handler: c.e, name: "\${env:NOPE}"}
  d: {handler: d.e}
`);
    expect(await service.load('svc-dev-b')).toMatchObject({ handler: 'key.e' });
    expect(await service.load('named')).toMatchObject({ key: 'b' });
    expect(await service.load('svc-dev-d')).toMatchObject({ key: 'd' });
    expect(await service.names()).toEqual(['broken', 'wrong', 'svc-dev-b', 'b', 'c', 'd']);
  });

  test('later items of a list extend functions of earlier ones', async () => {
    const service = await openFiles(`${head}functions:
  - f: {handler: a.e, timeout: 5, environment: {A: 1, B: 1}, logs: {logGroup: g}}
  - f: {handler: b.e, environment: {B: 2}, logs: {logFormat: JSON}}
`);
    expect(await service.load('f')).toMatchObject({
      handler: 'b.e',
      timeoutMs: 5000,
      environment: { A: '1', B: '2' },
      logging: { format: 'JSON', group: 'g' },
    });
  });

  test('functions may be a variable', async () => {
    const service = await openFiles({
      'serverless.yml': `${head}functions: \${file(./fns.yml)}\n`,
      'fns.yml': 'f: {handler: h.e}\ng: ${env:NOPE}\n',
    });
    expect(await service.names()).toEqual(['f', 'g']);
    expect(await service.load('f')).toMatchObject({ handler: 'h.e' });
  });

  test('what the function does not need does no harm, whatever it is', async () => {
    const text = `custom: {a: "\${env:NOPE}", b: "\${foo:bar}", c: "\${unclosed:x", d: "\${file(./broken.yml)}"}
package: {patterns: "\${ssm:/x}"}
functions:
  f: {handler: h.e, description: "\${env:NOPE}", role: "\${cf:stack.Role}", environment: {X: own}}
  g: {handler: "\${env:NOPE}"}
`;
    const service = await openFiles({
      'serverless.yml': `service: s\nprovider: {name: aws, runtime: nodejs22.x, environment: {X: "\${ssm:/overridden}"}}\n${text}`,
      'broken.yml': 'a: b: c',
    });
    expect(await service.load('f')).toMatchObject({ environment: { X: 'own' } });
  });

  test.each([
    [{ timeout: 0 }, 1000, 1024],
    [{ timeout: 901 }, 900_000, 1024],
    [{ timeout: 1.5 }, 2000, 1024],
    [{ memorySize: 64 }, 6000, 128],
    [{ memorySize: 20_000 }, 6000, 10_240],
  ])('%j is out of range: a warning, and the nearest that Lambda takes', async (settings, timeoutMs, memorySizeMiB) => {
    const reported: Diagnostic[] = [];
    const text = `functions: ${JSON.stringify({ f: { handler: 'h.e', ...settings } })}`;
    expect(await loadF(text, reported)).toMatchObject({ timeoutMs, memorySizeMiB });
    expect(reported).toMatchObject([{ severity: 'warning', code: 'config-out-of-range', location: { line: 3 } }]);
    const [[member = '', value = 0] = []] = Object.entries(settings);
    const answer = `A deploy would fail: "1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have value `;
    expect(reported[0]?.hint).toContain(Number.isInteger(value) ? answer : 'A deploy would refuse it.');
  });

  test.each([
    ['timeout: soon', '3:40', 'functions.f.timeout must be a number of seconds, and is `soon`'],
    ['timeout: [1]', '3:40', 'functions.f.timeout must be a number of seconds, and is a list'],
    ['memorySize: 1536MB', '3:43', 'functions.f.memorySize must be a number of MiB, and is `1536MB`'],
    ['architecture: mips', '3:45', 'functions.f.architecture must be one of x86_64, arm64, and is `mips`'],
    ['logs: {logFormat: xml}', '3:49', 'functions.f.logs.logFormat must be one of Text, JSON, and is `xml`'],
    ['logs: {logFormat: JSON, systemLogLevel: LOUD}', '3:71', /systemLogLevel must be one of DEBUG, INFO, WARN/],
  ])('%j is what CloudFormation refuses: a warning, and the default', async (settings, place, message) => {
    const reported: Diagnostic[] = [];
    expect(await loadF(`functions: {f: {handler: h.e, ${settings}}}`, reported)).toMatchObject({
      timeoutMs: 6000,
      memorySizeMiB: 1024,
      architecture: 'x86_64',
    });
    expect(reported).toMatchObject([{ severity: 'warning', code: 'config-default-used' }]);
    expect(reported.map(placeOf)).toEqual([place]);
    expect(reported[0]?.message).toMatch(message);
  });

  test('a single layer counts as a list, and log settings that are no mapping as none', async () => {
    const reported: Diagnostic[] = [];
    const arn = 'arn:aws:lambda:eu-west-1:123456789012:layer:shared:1';
    const fn = await loadF(`functions: {f: {handler: h.e, layers: "${arn}", logs: JSON}}`, reported);
    expect(fn.logging).toEqual({ format: 'Text' });
    expect(fn.layers).toEqual([{ name: arn, code: { kind: 'elsewhere' } }]);
    expect(reported).toEqual([]);
  });

  test('numbers may be text, as environment variables are', async () => {
    expect(
      await loadF('functions: {f: {handler: h.e, timeout: "7", memorySize: "256", ephemeralStorageSize: 1024}}'),
    ).toMatchObject({
      ephemeralStorageSizeMiB: 1024,
      timeoutMs: 7000,
      memorySizeMiB: 256,
    });
  });

  test('no runtime at all is nodejs22.x, with a notice', async () => {
    const reported: Diagnostic[] = [];
    const service = await openFiles('service: s\nprovider: aws\nfunctions: {f: {handler: h.e}}\n', {
      report: (diagnostic) => reported.push(diagnostic),
    });
    expect(await service.load('f')).toMatchObject({ runtime: 'nodejs22.x' });
    expect(reported).toMatchObject([{ severity: 'notice', code: 'runtime-default' }]);
  });

  test.each(['..', 'a/b.c.d', '../x.y', '.x', 'x.'])('the handler %j is left to the runtime', async (handler) => {
    expect((await loadF(`functions: {f: {handler: "${handler}"}}`)).handler).toBe(handler);
  });

  test('log levels are for the JSON format only', async () => {
    const logs = 'logs: {lambda: {logFormat: JSON, systemLogLevel: DEBUG, applicationLogLevel: WARN}}';
    const text = (own: string): string =>
      `service: s\nprovider: {name: aws, runtime: nodejs22.x, ${logs}}\nfunctions: {f: {handler: h.e, ${own}}}\n`;
    const load = async (own: string): Promise<unknown> => (await (await openFiles(text(own))).load('f')).logging;
    expect(await load('')).toEqual({ format: 'JSON', systemLevel: 'DEBUG', applicationLevel: 'WARN' });
    expect(await load('logs: {logFormat: Text, logGroup: g}')).toEqual({ format: 'Text', group: 'g' });
  });
});

describe('the environment', () => {
  test.each([
    ['AWS::Region', 'eu-west-1'],
    ['AWS::AccountId', '123456789012'],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', 'svc-dev'],
    ['AWS::NoValue', null],
  ])('knows the pseudo parameter %s', async (name, expected) => {
    const service = await openFiles(`${head}functions: {f: {handler: h.e, environment: {A: !Ref ${name}}}}\n`, {
      region: 'eu-west-1',
    });
    expect((await service.load('f')).environment).toEqual({ A: expected });
  });

  test('may come from a file, be empty, or have a member that is called __proto__', async () => {
    const service = await openFiles({
      'serverless.yml': `service: s\nprovider: {name: aws, runtime: nodejs22.x, environment: "\${file(./env.yml)}"}\nfunctions:\n  f: {handler: h.e, environment: }\n  g: {handler: h.e, environment: "\${file(./none.yml), null}"}\n`,
      'env.yml': '__proto__: p\nSTAGE: ${sls:stage}\n',
    });
    for (const name of ['f', 'g']) {
      expect(Object.entries((await service.load(name)).environment)).toEqual([
        ['__proto__', 'p'],
        ['STAGE', 'dev'],
      ]);
    }
  });
});
