import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { buildEnvironment } from '../../src/lambda/environment/build-environment.js';
import { inLayers } from '../../src/lambda/environment/layer-paths.js';
import { withOverrides } from '../../src/lambda/environment/overrides.js';
import { lambdaFunction } from './lambda-function.js';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'invoke local opt '));
  await mkdir(join(root, 'bin'));
  await writeFile(join(root, 'bin', 'wrapper'), '');
  await writeFile(join(root, 'init.js'), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const at = (...names: string[]): string => join(root, ...names);

test.each<[string, string, () => string]>([
  ['AWS_LAMBDA_EXEC_WRAPPER', '/opt/bin/wrapper', () => at('bin', 'wrapper')],
  ['PATH', '/usr/bin:/opt/bin', () => ['/usr/bin', at('bin')].join(delimiter)],
  [
    'PATH',
    '/opt/hostedtoolcache/node/bin:/opt/bin',
    () => ['/opt/hostedtoolcache/node/bin', at('bin')].join(delimiter),
  ],
  ['CONFIG', '/opt/bin/wrapper:/x', () => `${at('bin', 'wrapper')}:/x`],
  ['CONFIG', '/opt', () => root],
  ['CONFIG', '/opt/none', () => '/opt/none'],
  ['CONFIG', '/optional', () => '/optional'],
  ['CONFIG', 'see /opt/bin', () => 'see /opt/bin'],
  ['NODE_OPTIONS', '--no-warnings --require /opt/init.js', () => `--no-warnings --require ${at('init.js')}`],
  [
    'NODE_OPTIONS',
    '--require=/opt/init.js --import /opt/none.mjs',
    () => `--require=${at('init.js')} --import /opt/none.mjs`,
  ],
])('%s=%s', (name, value, expected) => {
  expect(inLayers(name, value, root)).toBe(expected());
  expect(inLayers(name, value, undefined)).toBe(value);
});

test("the environment has the layers on Lambda's paths, and configured paths lead there", async () => {
  const configured = await buildEnvironment({
    function: lambdaFunction({ environment: { CONFIG: '/opt/init.js', OWN: '/opt/bin' } }),
    placed: { taskRoot: '/tmp/task', layerRoot: root },
    host: { PATH: '/opt/bin' },
    inherit: true,
    credentials: undefined,
    logStreamName: 'stream',
    report: () => {},
  });
  const environment = withOverrides(configured, { OWN: '/opt/init.js' }, root);
  expect(environment).toMatchObject({
    CONFIG: at('init.js'),
    OWN: at('init.js'),
    LAMBDA_TASK_ROOT: '/tmp/task',
    NODE_PATH: [
      `${root}/nodejs/node22/node_modules`,
      `${root}/nodejs/node_modules`,
      '/var/runtime/node_modules',
      '/var/runtime',
      '/tmp/task',
    ].join(delimiter),
  });
  if (process.platform === 'win32') return;
  expect(environment['PATH']).toBe(`/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:${root}/bin:/opt/bin`);
  expect(environment['LD_LIBRARY_PATH']?.split(':')).toEqual(expect.arrayContaining(['/tmp/task/lib', `${root}/lib`]));
});
