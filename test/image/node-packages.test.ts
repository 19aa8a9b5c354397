import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { nodeSdk } from '../../src/lambda/image/node-image.js';
import { describeEach } from '../describe-each.js';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';
import { writeZip } from '../write-zip.js';
import { invoke, type Machine, newMachine, serviceOf } from './machine.js';
import { type MadePackage, type Registry, startRegistry } from './registry.js';

const { version } = nodeSdk('22');
const client = (name: string): string =>
  `exports.place = __filename; exports.name = '${name}'; exports.core = require('@smithy/core').name;`;

const made = (name: string, more: Partial<MadePackage> = {}) => ({
  name,
  version,
  files: { 'index.js': client(name) },
  needs: { '@smithy/core': '^3' },
  ...more,
});
const npm = [
  made('@aws-sdk/client-s3'),
  made('@aws-sdk/client-sqs'),
  // What npm has: not each version of a package that did not change, versions of its own of what is shared, and the end of what left.
  ...['3.1048.0', '3.1050.0'].map((each) => made('@aws-sdk/client-rds-data', { version: each })),
  ...[version, '3.1111.0'].map((each) => made('@aws-sdk/client-dynamodb', { version: each })),
  ...['3.996.2', '3.996.9'].map((each) =>
    made('@aws-sdk/util-dynamodb', { version: each, peers: { '@aws-sdk/client-dynamodb': '^3.1111.0' } }),
  ),
  made('@aws-sdk/client-ended', { version: '3.500.0' }),
  made('@aws-sdk/node-http-handler', { version: '3.374.0' }),
  { name: '@smithy/core', version: '3.0.0', files: { 'index.js': "exports.name = 'core';" } },
  { name: 'aws-sdk', version: nodeSdk('16').version, files: { 'index.js': "exports.VERSION = 'two';" } },
];

let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry({ npm });
});

afterAll(async () => {
  await registry[Symbol.asyncDispose]();
});

const commonJs = {
  'app.js': "const s3 = require('@aws-sdk/client-s3');\nexports.handler = async () => [s3.name, s3.core, s3.place];",
};

/** This Node, and one whose hooks for imports run in the same thread. */
const nodes = ['node-22', 'node-24'].map((name) => join(repositoryRoot, 'node_modules', name, 'bin', 'node'));
const interpreters = [process.execPath, ...nodes.filter((path) => existsSync(path))].map((path) => ({
  path,
  runtime: path.includes('node-24') ? 'nodejs24.x' : 'nodejs22.x',
}));

describeEach(interpreters)('on $path', ({ path, runtime }) => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await newMachine(registry);
  });
  const on = (folder: string) => invoke(folder, machine, '--interpreter', path);

  test.each<[string, Record<string, string>]>([
    [
      'an ES module',
      {
        'app.mjs': "import { name, core } from '@aws-sdk/client-s3';\nexport const handler = async () => [name, core];",
      },
    ],
    [
      'a file that an ES module imports',
      {
        'app.mjs': "import { s3 } from './more.mjs';\nexport const handler = async () => [s3.name, s3.core];",
        'more.mjs': "import * as client from '@aws-sdk/client-s3';\nexport const s3 = client;",
      },
    ],
    [
      'a handler, once it is called',
      {
        'app.js':
          "exports.handler = async () => { const { name, core } = await import('@aws-sdk/client-s3'); return [name, core]; };",
      },
    ],
    [
      'a package of the function',
      {
        'app.js': "exports.handler = async () => require('uses-s3');",
        'node_modules/uses-s3/package.json': '{"name":"uses-s3","version":"1.0.0"}',
        'node_modules/uses-s3/index.js':
          "const { name, core } = require('@aws-sdk/client-s3'); module.exports = [name, core];",
      },
    ],
  ])('%s gets the SDK of the image', async (_, files) => {
    expect(await on(await serviceOf(runtime, files))).toMatchObject({ value: ['@aws-sdk/client-s3', 'core'] });
  });

  test('an ES module imports from a layer, as from Node.js 18 on in Lambda', async () => {
    const folder = await folderOf({
      'serverless.yml':
        'service: packages\nprovider: {name: aws, runtime: nodejs22.x}\nlayers: {l: {path: layer}}\nfunctions:\n  f: {handler: app.handler, layers: [{Ref: LLambdaLayer}]}\n',
      'app.mjs': "import { greeting } from 'greeting';\nexport const handler = async () => greeting;",
      'layer/nodejs/node_modules/greeting/package.json':
        '{"name":"greeting","version":"1.0.0","exports":{"import":"./it.mjs"}}',
      'layer/nodejs/node_modules/greeting/it.mjs': "export const greeting = 'hello';",
    });
    expect(await on(folder)).toMatchObject({ value: 'hello' });
  });
});

describeEach(interpreters)('by the path that a package of the image has in Lambda, on $path', ({ path, runtime }) => {
  const literal = '/var/runtime/node_modules/@aws-sdk/client-s3/index.js';

  test.each([
    ['import', `import s3 from '${literal}';\n`],
    ['a URL', `import s3 from 'file://${literal}';\n`],
    ['import()', `const { default: s3 } = await import('${literal}');\n`],
  ])('%s finds it', async (_, text) => {
    const more =
      "const code = await import('/var/runtime/node_modules/left-pad/index.js').catch((error) => error.code);\n";
    const folder = await serviceOf(runtime, {
      'app.mjs': `${text}${more}export const handler = async () => [s3.name, code];`,
    });
    const machine = await newMachine(registry);
    expect(await invoke(folder, machine, '--interpreter', path)).toMatchObject({
      value: ['@aws-sdk/client-s3', 'ERR_MODULE_NOT_FOUND'],
    });
  });
});

describe('a package of the image that nothing has', () => {
  /** What comes of a function whose package takes longer than it may itself. It mostly waits, so it runs beside the other tests. */
  let slowly: ReturnType<typeof invoke>;
  beforeAll(() => {
    slowly = invokedSlowly();
    slowly.catch(() => {});
  });
  afterAll(() => Promise.allSettled([slowly]));

  async function invokedSlowly(): ReturnType<typeof invoke> {
    // The description, that of what it needs, and the archives: it takes longer than the function may.
    await using slow = await startRegistry({ npm, delayMs: 1_500 });
    const machine = await newMachine(slow);
    const files = { 'app.js': "exports.handler = async () => require('@aws-sdk/client-s3').name;" };
    return await invoke(await serviceOf('nodejs22.x', files, '    timeout: 4\n'), machine);
  }

  (process.platform === 'linux' ? test : test.skip)(
    'stands where it is in Lambda, from its installation on',
    async () => {
      const machine = await newMachine(registry);
      const folder = await serviceOf('nodejs22.x', {
        'app.js': `const names = () => { try { return require('node:fs').readdirSync('/var/runtime/node_modules/@aws-sdk') } catch (error) { return error.code } };
const before = names();
const { place } = require('@aws-sdk/client-s3');
exports.handler = async () => [before, names(), place === require('/var/runtime/node_modules/@aws-sdk/client-s3').place];`,
      });
      const first = await invoke(folder, machine, '--isolate', 'true');
      expect(first.value).toEqual(['ENOENT', ['client-s3'], true]);
      const second = await invoke(folder, machine, '--isolate', 'true');
      expect(second.value).toEqual([['client-s3'], ['client-s3'], true]);
      expect(second.said).not.toContain('client-s3');
      const none = await invoke(folder, machine, '--isolate', 'true', '--image-packages', 'none');
      expect([none.code, none.said]).toEqual([1, expect.stringContaining('this machine does not have it')]);
    },
  );

  test('is found by the path that it has in Lambda, too', async () => {
    const machine = await newMachine(registry);
    const folder = await serviceOf('nodejs22.x', {
      'app.js': `const s3 = require('/var/runtime/node_modules/@aws-sdk/client-s3');
const file = require.resolve('/var/runtime/node_modules/@aws-sdk/client-sqs/index.js');
const code = (name) => { try { require(name) } catch (error) { return error.code } };
exports.handler = async () => [s3.name, file.endsWith('client-sqs/index.js'), code('/var/runtime/node_modules/left-pad'), code('/var/runtime/x')];`,
    });
    expect(await invoke(folder, machine)).toMatchObject({
      value: ['@aws-sdk/client-s3', true, 'MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'],
    });
  });

  test('is installed once, with what it needs, in the version of the image, which a notice tells', async () => {
    const machine = await newMachine(registry);
    const folder = await serviceOf('nodejs22.x', commonJs);
    const first = await invoke(folder, machine);
    const place = join(machine.tools, 'invoke-local-image', 'node', version);
    expect(first.value).toEqual(['@aws-sdk/client-s3', 'core', expect.stringContaining(place)]);
    expect(first.said).toMatch(
      new RegExp(
        `notice: @aws-sdk/client-s3 \\(AWS SDK ${version}\\), which Lambda's image of nodejs22\\.x has and this machine has not, was installed into .+ in \\d+\\.\\d s\\.`,
      ),
    );
    const asked = registry.requests.length;
    const second = await invoke(folder, machine);
    expect([second.value, registry.requests.length]).toEqual([first.value, asked]);
    expect(second.said).not.toContain('installed');
    expect(await readdir(folder)).toEqual(['app.js', 'serverless.yml']);
  });

  test('comes with the others that the same file asks for', async () => {
    const machine = await newMachine(registry);
    const files = {
      'app.js':
        "const s3 = require('@aws-sdk/client-s3');\nconst sqs = require('@aws-sdk/client-sqs');\nexports.handler = async () => [s3.place, sqs.place].map((place) => place.split('node_modules')[0]);",
    };
    const { value } = await invoke(await serviceOf('nodejs22.x', files), machine);
    expect(value[0]).toBe(value[1]);
  });

  test.each([
    ['a client that was not published with the SDK', ['@aws-sdk/client-rds-data'], ['3.1048.0']],
    ['what has versions of its own', ['@aws-sdk/util-dynamodb'], ['3.996.9']],
    [
      'what asks for a later client beside it',
      ['@aws-sdk/client-dynamodb', '@aws-sdk/util-dynamodb'],
      [version, '3.996.9'],
    ],
    ['several at once', ['@aws-sdk/client-rds-data', '@aws-sdk/client-s3'], ['3.1048.0', version]],
  ])('has the newest version that the SDK of the image can have: %s', async (_, names, versions) => {
    const machine = await newMachine(registry);
    const required = names.map((name) => `require('${name}/package.json').version`);
    const files = { 'app.js': `const all = [${required.join(', ')}];\nexports.handler = async () => all;` };
    const { value, said } = await invoke(await serviceOf('nodejs22.x', files), machine);
    expect([value, said]).toEqual([versions, expect.not.stringContaining('could not')]);
  });

  test('is not one that left the SDK before', async () => {
    const machine = await newMachine(registry);
    const files = { 'app.js': "require('@aws-sdk/client-ended');\nexports.handler = async () => 1;" };
    const { code, said } = await invoke(await serviceOf('nodejs22.x', files), machine);
    expect(code).toBe(1);
    expect(said).toContain(
      "@aws-sdk/client-ended has no version that belongs to the AWS SDK in Lambda's image of nodejs22.x: it is most likely not there, and this fails in Lambda too.",
    );
  });

  test('is not what is a package of @smithy since, of which no registry is asked', async () => {
    const machine = await newMachine(registry);
    const asked = registry.requests.length;
    const files = { 'app.js': "require('@aws-sdk/node-http-handler');\nexports.handler = async () => 1;" };
    const { code, said } = await invoke(await serviceOf('nodejs22.x', files), machine);
    expect([code, registry.requests.length]).toEqual([1, asked]);
    expect(said).toContain('left the AWS SDK in 2023');
    expect(said).toContain(
      'Move to @smithy/node-http-handler, and bring it along: `npm install @smithy/node-http-handler`.',
    );
  });

  test('does not take from the function what is left of its timeout', async () => {
    const { value, said } = await slowly;
    expect([value, said]).toEqual(['@aws-sdk/client-s3', expect.stringContaining('was installed into')]);
  });

  test('is aws-sdk up to nodejs16.x, and after it not', async () => {
    const machine = await newMachine(registry);
    const files = { 'app.js': "exports.handler = async () => require('aws-sdk').VERSION;" };
    expect(await invoke(await serviceOf('nodejs16.x', files), machine)).toMatchObject({ value: 'two' });
    const asked = registry.requests.length;
    const later = await invoke(await serviceOf('nodejs22.x', files), machine);
    expect([later.code, registry.requests.length]).toEqual([1, asked]);
    expect(later.said).toContain("is in Lambda's images up to nodejs16.x only");
  });

  test('is warned of where older images have it for the SDK alone', async () => {
    const machine = await newMachine(registry);
    const files = { 'app.js': "exports.handler = async () => require('@smithy/core').name;" };
    const { value, said } = await invoke(await serviceOf('nodejs22.x', files), machine);
    expect([value, said]).toEqual(['core', expect.stringContaining("for the SDK's own use")]);
  });

  test('is found in the project for code from an archive, and no registry is asked', async () => {
    const machine = await newMachine(registry);
    const before = registry.requests.length;
    const project = await folderOf({
      'serverless.yml':
        'service: packages\nprovider: {name: aws, runtime: nodejs22.x}\nfunctions:\n  f: {handler: app.handler, package: {artifact: code.zip}}\n',
      'node_modules/@aws-sdk/client-s3/package.json': '{"name":"@aws-sdk/client-s3","version":"3.0.0"}',
      'node_modules/@aws-sdk/client-s3/index.js': "exports.name = 'of the project';",
      'node_modules/@aws-sdk/node-http-handler/index.js': "exports.name = 'of the project';",
    });
    await writeZip(join(project, 'code.zip'), [{ name: 'app.js', content: commonJs['app.js'] }]);
    const found = await invoke(project, machine, '--image-packages', 'found');
    expect([found.value?.[0], registry.requests.length]).toEqual(['of the project', before]);
    // What the project has of the scope beside what the image has is not there in Lambda either.
    const moved = "exports.handler = async () => require('@aws-sdk/node-http-handler').name;";
    await writeZip(join(project, 'code.zip'), [{ name: 'app.js', content: moved }]);
    expect((await invoke(project, machine, '--image-packages', 'found')).said).toContain(
      'The package @aws-sdk/node-http-handler is not in code.zip',
    );
  });

  test.each(['found', 'none'])('is not had with --image-packages %s, which the hint of old says', async (choice) => {
    const machine = await newMachine(registry);
    const asked = registry.requests.length;
    const { code, said } = await invoke(await serviceOf('nodejs22.x', commonJs), machine, '--image-packages', choice);
    expect([code, registry.requests.length]).toEqual([1, asked]);
    expect(said).toContain("is part of Lambda's image of Node.js 22, but this machine does not have it");
  });

  test('is an error with its reason where there is no registry, and nothing is left', async () => {
    const machine = await newMachine(registry);
    const environment = { ...machine.environment, npm_config_registry: 'http://127.0.0.1:9' };
    const { code, said } = await invoke(await serviceOf('nodejs22.x', commonJs), { ...machine, environment });
    expect(code).toBe(1);
    expect(said).toMatch(/@aws-sdk\/client-s3, which .+, could not be installed: npm failed: .*ECONNREFUSED/);
    expect(said).toContain("is part of Lambda's image of Node.js 22, but this machine does not have it");
    expect(await readdir(join(machine.tools, 'invoke-local-image', 'node', version))).toEqual([]);
  });

  test('may be needed several times at once on a new machine', async () => {
    const machine = await newMachine(registry);
    const folder = await serviceOf('nodejs22.x', commonJs);
    const runs = await Promise.all(Array.from({ length: 3 }, () => invoke(folder, machine)));
    expect(new Set(runs.map(({ value }) => value?.[2])).size).toBe(1);
    expect(runs.filter(({ said }) => said.includes('was installed into'))).toHaveLength(1);
    const place = join(machine.tools, 'invoke-local-image', 'node', version);
    expect((await readdir(place)).filter((name) => name !== 'runtime')).toHaveLength(1);
    await rm(place, { recursive: true });
  });
});
