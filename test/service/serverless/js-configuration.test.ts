import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';

import type { ProjectCode } from '../../../src/service/service.js';
import { fixture } from '../../paths.js';
import { isAlive } from '../../process/is-alive.js';
import { failureOf, folderOf, openFiles, openFolder, projectCode, type TestOptions } from '../open-folder.js';

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 500 && isAlive(pid); attempt += 1) await delay(20);
  return !isAlive(pid);
}

const openExport = (config: string, options: TestOptions = {}) =>
  openFolder(fixture('js-config-exports'), { config, ...options });

const base = (service: string) =>
  `module.exports = {service: '${service}', provider: 'aws', functions: {f: {handler: 'h.handler'}}}`;

describe('a configuration in JavaScript', () => {
  test.each([
    ['object.js', 'svc'],
    ['promise.cjs', 'promise'],
    ['default.mjs', 'default'],
    ['function.mjs', 'function-of-0'],
    ['transpiled.js', 'transpiled'],
    ['top-level-await.mjs', 'awaited'],
  ])('is what %s exports', async (config, expected) => {
    const service = await openExport(config);
    expect(await service.property(['service'])).toBe(expected);
    expect(await service.load('f')).toMatchObject({ handler: 'h.handler' });
  });

  test.each([
    ['exports.default = CONFIG', 'the default of a CommonJS module'],
    ['exports.default = () => Promise.resolve(CONFIG)', 'what a default function returns'],
    ['exports.__esModule = true; exports.default = {default: CONFIG}', 'a default that was compiled twice'],
  ])('is with %j %s', async (text) => {
    const config = base('svc').replace('module.exports = ', '');
    const service = await openFiles({ 'serverless.js': text.replace('CONFIG', `(${config})`) });
    expect(await service.property(['service'])).toBe('svc');
  });

  test('is what JSON makes of it, and its variables are expanded', async () => {
    const service = await openExport('object.js', { stage: 'prod' });
    expect(await service.property(['custom'])).toEqual({
      when: '1970-01-01T00:00:00.000Z',
      ratio: null,
      name: 'svc-prod',
    });
  });

  test('prints into the log, and nowhere else', async () => {
    const printed = { stdout: '', stderr: '' };
    const onOutput: ProjectCode['onOutput'] = (chunk, stream) => {
      printed[stream] += chunk.toString();
    };
    const service = await openExport('object.js', { projectCode: { ...projectCode, onOutput } });
    await service[Symbol.asyncDispose]();
    expect(printed).toEqual({ stdout: 'printed while loading\n', stderr: '{"service":"not the answer"}\n' });
  });

  test('runs in its folder with the options as flags and with what ${env:} shows', async () => {
    const service = await openExport('arguments.js', {
      stage: 'qa',
      options: { memory: '512' },
      environment: { KEY: 'value', GITHUB_SHA: 'abc', GITHUB_ENV: '/env', node_options: '--bad', AWS_PROFILE: 'ci' },
    });
    const { args, cwd, env } = (await service.property(['custom'])) as Record<string, unknown>;
    expect(args).toEqual(['invoke', 'local', '--stage', 'qa', '--memory', '512']);
    expect(cwd).toBe(fixture('js-config-exports'));
    expect(env).toEqual({ KEY: 'value', GITHUB_SHA: 'abc', AWS_PROFILE: 'ci' });
  });

  test('is found behind YAML and JSON, in the order of the framework', async () => {
    const files: Record<string, string> = {
      'serverless.cjs': base('cjs'),
      'serverless.mjs': base('mjs').replace('module.exports =', 'export default'),
      'serverless.js': base('js'),
      'serverless.json': '{"service": "json", "provider": "aws"}',
    };
    const found: unknown[] = [];
    for (const next of ['serverless.json', 'serverless.js', 'serverless.mjs', 'serverless.cjs']) {
      found.push(await (await openFiles(files)).property(['service']));
      delete files[next];
    }
    expect(found).toEqual(['json', 'js', 'mjs', 'cjs']);
  });

  test('gives a service that can be disposed of twice', async () => {
    const service = await openExport('object.js');
    await service[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
  });

  test('keeps what is data as it is: text of the environment is not expanded, its own text is', async () => {
    const service = await openFiles(
      {
        'serverless.js': `module.exports = {
          service: 'svc', provider: 'aws',
          custom: {
            own: '\${self:service}',
            title: process.env.TITLE,
            inside: '\${self:service}: ' + process.env.TITLE + ' \\\\' + process.env.TITLE,
            parsed: JSON.parse(process.env.JSON),
          },
        }`,
      },
      { environment: { TITLE: 'x ${env:SECRET} ${self:custom}', JSON: '{"a": ["${env:SECRET}"]}', SECRET: 's' } },
    );
    expect(await service.property(['custom'])).toEqual({
      own: 'svc',
      title: 'x ${env:SECRET} ${self:custom}',
      inside: 'svc: x ${env:SECRET} ${self:custom} \\x ${env:SECRET} ${self:custom}',
      parsed: { a: ['${env:SECRET}'] },
    });
  });
});

describe('a configuration in JavaScript that fails', () => {
  const openFailure = (config: string) => failureOf(openFolder(fixture('js-config-failures'), { config }));

  test.each([
    ['list.js', 'The configuration must be a mapping, and is a list.', undefined],
    ['nothing.js', 'its function returns undefined', undefined],
    ['undefined.mjs', 'it gives undefined', undefined],
    ['no-default.mjs', 'it has no default export', undefined],
    ['throws.js', 'failed at line 3: TypeError: Cannot read properties of undefined', 3],
    ['rejects.mjs', 'failed at line 3: RangeError: no configuration today', 3],
    ['syntax.js', 'failed at line 3: SyntaxError: Unexpected token', 3],
    ['circular.js', 'failed: TypeError: Converting circular structure to JSON', undefined],
    ['never-settles.js', 'its promise never settles: nothing is left that could settle it', undefined],
  ])('says of %s: %s', async (config, message, line) => {
    const failure = await openFailure(config);
    expect(failure.message).toContain(message);
    expect(failure.location?.file).toBe(fixture('js-config-failures', config));
    expect(failure.location?.line).toBe(line);
  });

  test.each([
    ['missing-package.js', '@acme/no-such-package'],
    ['missing-package.mjs', 'no-such-package'],
  ])('says which package %s lacks, and how to install it', async (config, name) => {
    const failure = await openFailure(config);
    expect(failure.message).toContain('Cannot find');
    expect(failure.message).not.toContain('Require stack');
    expect(failure.hint).toContain(`The package ${name} is not installed`);
    expect(failure.hint).toContain('npm ci');
  });

  test('does not blame the dependencies for a file that is missing', async () => {
    const failure = await openFailure('missing-file.js');
    expect(failure.message).toContain("failed at line 1: Error: Cannot find module './no-such-file'");
    expect(failure.hint).not.toContain('npm ci');
  });

  test('names the file for a variable in it', async () => {
    const service = await openFolder(fixture('js-config-failures'), { config: 'unresolvable.js' });
    const failure = await failureOf(service.load('f'));
    expect(failure.message).toMatch(/The variable \$\{env:NAME\} of service has no value/);
    expect(failure.location).toEqual({ file: fixture('js-config-failures', 'unresolvable.js') });
  });

  test('asks for a loader where it is TypeScript and none is given', async () => {
    const folder = await folderOf({ 'serverless.ts': 'export default {}' });
    expect(await failureOf(openFolder(folder))).toMatchObject({ code: 'script-typescript' });
  });
});

describe('a hostile configuration', () => {
  const openHostile = (config: string, options: TestOptions & { timeoutMs?: number } = {}) => {
    const { timeoutMs = 20_000, ...others } = options;
    return openFolder(fixture('js-config-hostile'), { config, projectCode: { ...projectCode, timeoutMs }, ...others });
  };

  test('that prints garbage is read all the same', async () => {
    expect(await (await openHostile('garbage.js')).property(['service'])).toBe('svc');
  });

  test('that fails behind its value has no effect, and leaves a trace in the log', async () => {
    let log = '';
    const onOutput: ProjectCode['onOutput'] = (chunk) => {
      log += chunk.toString();
    };
    const service = await openHostile('leaves-error.js', { projectCode: { ...projectCode, onOutput } });
    expect(await service.property(['service'])).toBe('svc');
    await service[Symbol.asyncDispose]();
    expect(log === '' || log.includes('after the value')).toBe(true);
  });

  test.each([
    ['exits.js', 'ended before it gave its value (exit code 0)'],
    ['killed.js', process.platform === 'win32' ? 'ended before it gave its value' : '(signal SIGKILL)'],
    ['huge.js', 'it gives more than 67108864 bytes'],
    ['deep.js', 'nests more than 500 levels deep'],
    ['channel.js', 'its channel to us was written to'],
    ['background.js', 'RangeError: in the background'],
  ])('%s is an error: %s', async (config, message) => {
    const failure = await failureOf(openHostile(config));
    expect(failure.message).toContain(`js-config-hostile/${config}`);
    expect(failure.message).toContain(message);
  });

  test.each(['busy.js', 'waits.js'])('that never ends, %s, is ended at its time limit', async (config) => {
    const started = performance.now();
    const failure = await failureOf(openHostile(config, { timeoutMs: 700 }));
    expect(failure.message).toContain(`${config} did not end within 0.7 s`);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('is gone with what it started, when the service is disposed of', async () => {
    const pids = join(await mkdtemp(join(tmpdir(), 'pids-')), 'pids');
    const service = await openHostile('forks.js', { environment: { PIDS: pids } });
    await service.load('f');
    const [leader, child] = readFileSync(pids, 'utf8').split(' ').map(Number);
    expect(() => process.kill(Number(child), 0)).not.toThrow();
    await service[Symbol.asyncDispose]();
    expect(await isGone(Number(leader))).toBe(true);
    expect(await isGone(Number(child))).toBe(true);
  });

  test('is gone with what it started, when the run is cancelled', async () => {
    const pids = join(await mkdtemp(join(tmpdir(), 'pids-')), 'pids');
    const controller = new AbortController();
    const opening = openHostile('forks-and-waits.js', {
      environment: { PIDS: pids },
      projectCode: { ...projectCode, signal: controller.signal },
    });
    while (!existsSync(pids) || readFileSync(pids, 'utf8') === '') await delay(20);
    controller.abort(new Error('cancelled'));
    await expect(opening).rejects.toThrow('cancelled');
    for (const pid of readFileSync(pids, 'utf8').split(' ')) expect(await isGone(Number(pid))).toBe(true);
  });
});
