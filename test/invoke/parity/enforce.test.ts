import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeRuntime } from '../../cli/command.js';
import { describeEach } from '../../describe-each.js';
import { interpreters } from '../../runtimes/python/interpreters.js';
import { folderOf } from '../../service/open-folder.js';
import { runFunction } from '../../services/run-function.js';

const service = (runtime: string, handler: string, more = '') =>
  `service: s\nprovider: { name: aws, runtime: ${runtime} }\nfunctions: { f: { handler: ${handler} } }\n${more}`;
const manifest = (name: string, more: object = {}) => JSON.stringify({ name, version: '1.0.0', ...more });
const ways = process.platform === 'linux' ? (['off', 'required'] as const) : (['off'] as const);

const loads = `const attempt = (work) => { try { work(); return 'found'; } catch (error) { return error.code; } };
exports.handler = async () => ({
  used: attempt(() => require('used')), dev: attempt(() => require('dev')), sdk: attempt(() => require('@aws-sdk/client-s3')),
  kept: attempt(() => require('./lib/kept')), left: attempt(() => require('./lib/left')), root: attempt(() => require('hoisted')),
  data: attempt(() => require('node:fs').readFileSync('data.txt')),
});
`;
const node = {
  'package.json': manifest('root'),
  'node_modules/hoisted/package.json': manifest('hoisted'),
  'node_modules/hoisted/index.js': '',
  'app/serverless.yml': service(
    nodeRuntime,
    'index.handler',
    "package: { patterns: ['!lib/**', 'lib/kept.js', '!*.txt'] }\n",
  ),
  'app/package.json': manifest('app', {
    dependencies: { used: '1' },
    devDependencies: { dev: '1', '@aws-sdk/client-s3': '1' },
  }),
  'app/node_modules/used/package.json': manifest('used'),
  'app/node_modules/used/index.js': '',
  'app/node_modules/dev/package.json': manifest('dev'),
  'app/node_modules/dev/index.js': '',
  'app/node_modules/@aws-sdk/client-s3/package.json': manifest('@aws-sdk/client-s3', { dependencies: { tslib: '1' } }),
  'app/node_modules/@aws-sdk/client-s3/index.js': "require('tslib')",
  'app/node_modules/tslib/package.json': manifest('tslib'),
  'app/node_modules/tslib/index.js': '',
  'app/lib/kept.js': '',
  'app/lib/left.js': '',
  'app/data.txt': 'x',
  'app/index.js': loads,
};

describe.each(ways)('with `package: enforce`, and `isolate` %s', (containment) => {
  test('a function finds its package, the image, and nothing else', async () => {
    const folder = join(await folderOf(node), 'app');
    const here = await runFunction(folder, 'f', { request: { containment, packageMode: 'warn' } });
    expect(here.answer).toEqual(Object.fromEntries(Object.keys(Object(here.answer)).map((name) => [name, 'found'])));
    const { answer } = await runFunction(folder, 'f', { request: { containment, packageMode: 'enforce' } });
    const missing = 'MODULE_NOT_FOUND';
    expect(answer).toEqual({
      used: 'found',
      dev: missing,
      sdk: 'found',
      kept: 'found',
      left: missing,
      root: missing,
      data: 'ENOENT',
    });
  });

  test.each([
    [
      'an ES module that imports another',
      { 'index.mjs': "import './x.mjs';\nexport const handler = async () => 1;\n" },
    ],
    [
      'an ES module that imports late',
      { 'index.mjs': "export const handler = async () => { await import('./x.mjs'); return 1; };\n" },
    ],
    [
      'a CommonJS file that imports',
      { 'index.js': "exports.handler = async () => { await import('./x.mjs'); return 1; };\n" },
    ],
    [
      'an ES module that imports a package',
      {
        'index.mjs': "import 'used';\nexport const handler = async () => 1;\n",
        'package.json': manifest('app', { dependencies: { used: '1' } }),
        'node_modules/used/package.json': manifest('used', { type: 'module', main: 'index.js' }),
        'node_modules/used/index.js': '',
      },
    ],
  ])('%s is its own package', async (_, files) => {
    const folder = await folderOf({
      'serverless.yml': service(nodeRuntime, 'index.handler'),
      'x.mjs': 'export const x = 1;\n',
      ...files,
    });
    const { answer } = await runFunction(folder, 'f', { request: { containment, packageMode: 'enforce' } });
    expect(answer).toBe(1);
  });

  test('a failure is shown in the project', async () => {
    const folder = await folderOf({
      'serverless.yml': service(nodeRuntime, 'index.handler'),
      'index.js': "exports.handler = async () => {\n  throw new TypeError('boom');\n};\n",
    });
    const { result } = await runFunction(folder, 'f', { request: { containment, packageMode: 'enforce' } });
    expect(result).toMatchObject({ status: 'error', errorType: 'TypeError' });
    expect('trace' in result && result.trace[1]).toContain(join(folder, 'index.js:2:9'));
  });
});

describe.each(ways)('what is not found for it, and `isolate` %s', (containment) => {
  const request = { containment, packageMode: 'enforce' } as const;
  const codesOf = async (files: Readonly<Record<string, string>>, runtime: string, handler: string, more = '') => {
    const folder = await folderOf({ 'serverless.yml': service(runtime, handler, more), ...files });
    const { result, diagnostics } = await runFunction(folder, 'f', { request });
    expect('errorMessage' in result && result.errorMessage).not.toContain('invoke-local-package');
    return diagnostics
      .filter(({ code }) => /^(?:package|module)-/.test(code))
      .map(({ code, message }) => [code, message.split(',')[0]]);
  };

  test('is said with its reason', async () => {
    const files = {
      'package.json': manifest('app', { devDependencies: { dev: '1' } }),
      'node_modules/dev/package.json': manifest('dev'),
      'node_modules/dev/index.js': '',
      'lib/x.js': '',
    };
    const handler = (name: string) => ({ 'index.js': `require('${name}');\nexports.handler = async () => 1;\n` });
    expect(await codesOf({ ...files, ...handler('dev') }, nodeRuntime, 'index.handler')).toEqual([
      ['package-development', expect.stringMatching(/^f asks for the package dev /)],
    ]);
    const patterns = "package: { patterns: ['!lib/**'] }\n";
    expect(await codesOf({ ...files, ...handler('./lib/x') }, nodeRuntime, 'index.handler', patterns)).toEqual([
      ['package-excluded', expect.stringMatching(/^f asks for .*lib\/x\.js$/)],
    ]);
    expect(
      await codesOf({ 'lib/x.js': 'exports.handler = async () => 1;' }, nodeRuntime, 'lib/x.handler', patterns),
    ).toEqual([['package-excluded', expect.stringMatching(/^f asks for .*lib\/x\.js$/)]]);
    expect(await codesOf({ ...files, ...handler('nowhere') }, nodeRuntime, 'index.handler')).toEqual([
      ['module-missing', expect.any(String)],
    ]);
  });
});

test('with `package: enforce`, what is loaded from elsewhere all the same is an error', async () => {
  const folder = await folderOf({
    'app/serverless.yml': service(nodeRuntime, 'index.handler'),
    'app/index.js': 'exports.handler = async (event) => { require(event.path); return 1; };\n',
    'other/x.js': '',
  });
  const run = runFunction(join(folder, 'app'), 'f', {
    event: { path: join(folder, 'other/x.js') },
    request: { containment: 'off', packageMode: 'enforce' },
  });
  await expect(run).rejects.toMatchObject({ diagnostic: { code: 'package-enforced' } });
});

const [python] = interpreters;
const version = python?.version ?? '3.12';
const site = `.venv/lib/python${version}/site-packages`;

describeEach(python === undefined || process.platform === 'win32' ? [] : ways)(
  'Python with `package: enforce`, and `isolate` %s',
  (containment) => {
    test('finds what is required, what that requires, and the image', async () => {
      const distribution = (name: string, requires = '') => ({
        [`${site}/${name}/__init__.py`]: '',
        [`${site}/${name}-1.0.dist-info/METADATA`]: `Name: ${name}\n${requires}`,
        [`${site}/${name}-1.0.dist-info/RECORD`]: `${name}/__init__.py,,\n`,
      });
      const folder = await folderOf({
        'serverless.yml': service(`python${version}`, 'app.handler', 'plugins: [serverless-python-requirements]\n'),
        'requirements.txt': 'web\n',
        '.venv/pyvenv.cfg': `home = /usr/bin\nversion = ${version}.0\n`,
        ...distribution('web', 'Requires-Dist: helper\n'),
        ...distribution('helper'),
        ...distribution('boto3'),
        ...distribution('left'),
        'app.py':
          'import importlib.util\ndef handler(event, context):\n    return [name for name in ("web", "helper", "boto3", "left", "json") if importlib.util.find_spec(name)]\n',
      });
      const request = { containment, packageMode: 'enforce' } as const;
      const { answer } = await runFunction(folder, 'f', { request });
      expect(answer).toEqual(['web', 'helper', 'boto3', 'json']);
      await writeFile(join(folder, 'app.py'), 'import left\ndef handler(event, context):\n    return 1\n');
      const { diagnostics } = await runFunction(folder, 'f', { request });
      expect(diagnostics.map(({ code }) => code)).toContain('package-not-required');
    });

    test('tells what leaves a package out that is a folder without a file of its own', async () => {
      const folder = await folderOf({
        'serverless.yml': service(`python${version}`, 'app.handler', "package: { patterns: ['!lib/**'] }\n"),
        'lib/mod.py': '',
        'app.py': 'from lib import mod\ndef handler(event, context):\n    return 1\n',
      });
      const { diagnostics } = await runFunction(folder, 'f', { request: { containment, packageMode: 'enforce' } });
      const told = diagnostics.map(({ message }) => message).join('\n');
      expect(told).toMatch(/f asks for .*lib\/mod\.py, which a deploy would not have: `package\.patterns: !lib\/\*\*`/);
      expect(told).not.toContain('not installed');
    });
  },
);
