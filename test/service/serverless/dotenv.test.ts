import { describe, expect, test } from '@jest/globals';

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { fixture } from '../../paths.js';
import { runFunction } from '../../services/run-function.js';
import { failureOf, openFiles, openFolder, type TestOptions } from '../open-folder.js';

const provider = 'provider: {name: aws, runtime: nodejs20.x}\nfunctions: {f: {handler: h.handler}}\n';

/** What the `.env` files of these files set, with this line in the configuration. */
async function dotenvOf(
  line: string,
  files: Readonly<Record<string, string>>,
  options: TestOptions = {},
): Promise<Readonly<Record<string, string>>> {
  return (await openFiles({ 'serverless.yml': `service: svc\n${line}\n${provider}`, ...files }, options)).dotenv;
}

const environmentOf = async (config: string, options: TestOptions = {}) =>
  (await (await openFolder(fixture('dotenv-stage'), { config, ...options })).load('f')).environment;

describe('useDotenv', () => {
  test("reads the stage's file in the place of the general one, and expands it", async () => {
    expect(await environmentOf('serverless.yml')).toEqual({ A: 'stage', B: 'x', C: 'stage-c' });
  });

  test('takes names that every object has', async () => {
    const env = '__proto__=x\nconstructor=y\ntoString=z\nA=$constructor-${toString}-$valueOf\n';
    expect(await dotenvOf('useDotenv: true', { '.env': env })).toEqual({ constructor: 'y', toString: 'z', A: 'y-z-' });
  });

  test('never overrides the environment, not even with what is empty there', async () => {
    expect(await environmentOf('serverless.yml', { environment: { A: 'sh' } })).toEqual({ A: 'sh', B: 'x', C: 'sh-c' });
    expect(await environmentOf('serverless.yml', { environment: { A: '' } })).toMatchObject({ A: '' });
  });

  test("of version 4 reads both, the stage's first, and expands nothing", async () => {
    expect(await environmentOf('version-4.yml')).toEqual({ A: 'stage', B: 'only', C: '${A}-c' });
    expect(await environmentOf('version-4.yml', { environment: { A: 'sh' } })).toMatchObject({ A: 'sh' });
  });

  test('reaches the handler with what is passed on, less what never is', async () => {
    const { answer } = await runFunction(fixture('dotenv-stage'), 'f', { stage: 'prod', host: { B: 'host', C: 'c' } });
    expect(answer).toEqual({ a: 'base', b: 'host', hidden: null });
  });

  test.each([
    ['the stage that is given', 'useDotenv: true', { stage: 'prod' }, { A: 'prod' }],
    ['the stage of the provider', 'useDotenv: true\ncustom: {}', {}, { A: 'general' }],
    ['nothing where it is not asked for', '', {}, {}],
    ['nothing where it is false', 'useDotenv: false', {}, {}],
    [
      'what a variable says',
      "useDotenv: ${strToBool(${opt:env, 'false'})}",
      { options: { env: 'true' } },
      { A: 'general' },
    ],
    ['paths, which version 4 has', 'useDotenv: config/more.env', {}, { A: 'general', MORE: 'more' }],
    ['nothing of version 4 where that is false', "frameworkVersion: '4'\nuseDotenv: false", {}, {}],
    [
      'files and folders of version 4, behind its own',
      "frameworkVersion: '4'\nuseDotenv: [config/more.env, config]",
      {},
      { A: 'general', MORE: 'more', FOLDER: 'folder' },
    ],
  ])('reads %s', async (_, line, options, expected) => {
    const files = {
      '.env': 'A=general',
      '.env.prod': 'A=prod',
      'config/more.env': 'A=more\nMORE=more',
      'config/.env': 'MORE=folder\nFOLDER=folder',
    };
    expect(await dotenvOf(line, files, options)).toEqual(expected);
  });

  test.each([
    ["A='single $B'\nB=b", { A: 'single b', B: 'b' }],
    ['A=${B}\nB=${C}\nC=c', { A: 'c', B: 'c', C: 'c' }],
    ['A=$B-${C:-default}\nB=b', { A: 'b-default', B: 'b' }],
    ['A=\\$B', { A: '$B' }],
    ['A=value # a comment\nB="x # y"', { A: 'value', B: 'x # y' }],
    ['A="two\\nlines"\nB="\nreal\n"', { A: 'two\nlines', B: '\nreal\n' }],
    ['A=\nB=""', { A: '', B: '' }],
    ['export A = spaced ', { A: 'spaced' }],
    ['A=${A}\nB=${C}\nC=${B}', { A: '', B: '', C: '' }],
    ['A=x${A}\nB=y${A}', { A: 'x', B: 'yx' }],
    ['A=a\\$B\nB=b\nC=${A}', { A: 'a$B', B: 'b', C: 'a$B' }],
    ['A=${HOST}${a.b}\na.b=c', { A: 'p$$w$&${B}\\$c', 'a.b': 'c' }],
  ])('reads %j as dotenv and its expander do', async (text, expected) => {
    const environment = { HOST: 'p$$w$&${B}\\$' };
    expect(await dotenvOf('useDotenv: true', { '.env': text }, { environment })).toEqual(expected);
  });

  test('keeps the text of a file as data', async () => {
    const yaml = `service: svc\nuseDotenv: true\ncustom: {a: "\${env:A}"}\n${provider}`;
    const service = await openFiles({ 'serverless.yml': yaml, '.env': 'A=\\${self:service}' });
    expect(await service.property(['custom', 'a'])).toBe('${self:service}');
  });

  test('is seen by scripts that run behind it', async () => {
    const service = await openFiles({
      'serverless.yml': `service: svc\nuseDotenv: true\ncustom: {a: "\${file(a.js)}"}\n${provider}`,
      'a.js': 'module.exports = () => process.env.A',
      '.env': 'A=from the file',
    });
    expect(await service.property(['custom', 'a'])).toBe('from the file');
  });

  test('settles the region, but not the stage', async () => {
    const yaml = `service: svc\nuseDotenv: true\nprovider: {name: aws, stage: "\${env:STAGE, 'dev'}"}\n`;
    const service = await openFiles({ 'serverless.yml': yaml, '.env': 'AWS_REGION=eu-west-3\nSTAGE=prod' });
    expect([service.stage, service.region]).toEqual(['dev', 'eu-west-3']);
  });

  test.each([
    ['useDotenv: {a: b}', 'useDotenv must be true or false, a path or a list of paths, and is a mapping'],
    ['useDotenv: 5', 'and is a number'],
  ])('refuses %s', async (line, message) => {
    const failure = await failureOf(dotenvOf(line, {}));
    expect(failure.message).toContain(message);
    expect(failure.location).toMatchObject({ line: 2 });
  });

  test.each([
    ['multiply each other', Array.from({ length: 40 }, (_, index) => `A${index}=x$A${index + 1}$A${index + 1}`)],
    ['are a long chain', Array.from({ length: 3_000 }, (_, index) => `A${index}=x$A${index + 1}`)],
  ])('refuses variables that %s', async (_, lines) => {
    const failure = await failureOf(dotenvOf('useDotenv: true', { '.env': `${lines.join('\n')}\nA40=yy` }));
    expect(failure.code).toBe('dotenv-too-large');
  });

  test('refuses a file that is not UTF-8', async () => {
    const files = {
      'serverless.yml': `service: svc\nuseDotenv: true\n${provider}`,
      '.env': Buffer.from('A=\xff', 'latin1'),
    };
    expect(await failureOf(openFiles(files))).toMatchObject({ code: 'config-not-utf8' });
  });
});

describe('serverless-dotenv-plugin', () => {
  const pluginEnvironment = async (options: TestOptions = {}) =>
    (await (await openFolder(fixture('dotenv-plugin'), options)).load('f')).environment;

  test('adds the variables of its files to those of the provider, the most special file first', async () => {
    expect(await pluginEnvironment()).toEqual({
      KEPT: 'provider',
      SHARED: 'development',
      URL: 'https://h/one',
      LEVEL: 'one',
      GENERAL_HOST: 'h',
      LOCAL: 'local',
      GENERAL: 'general',
      OWN: 'function',
    });
  });

  test.each([
    ['NODE_ENV', { environment: { NODE_ENV: 'production' }, stage: 'test' }, 'production'],
    ['the option env', { options: { env: 'production' }, stage: 'test' }, 'production'],
    ['the stage that is given', { stage: 'production' }, 'production'],
    ['the environment itself', { environment: { SHARED: 'host' } }, 'host'],
  ])('chooses by %s', async (_, options, expected) => {
    expect(await pluginEnvironment(options)).toMatchObject({ SHARED: expected });
  });

  test('leaves .env.local out for tests', async () => {
    const environment = await pluginEnvironment({ stage: 'test' });
    expect(environment).toMatchObject({ SHARED: 'test', GENERAL: 'general' });
    expect(environment).not.toHaveProperty('LOCAL');
  });

  /** What the plugin adds with these settings. */
  async function added(
    settings: string,
    plugins = '[serverless-offline, serverless-dotenv-plugin]',
    options: TestOptions = {},
  ) {
    const yaml = `service: svc\nplugins: ${plugins}\ncustom: {dotenv: ${settings}}\n${provider}`;
    const files = { '.env': 'A=1\nB=$A', 'config/.env': 'C=3', 'more.env': 'A=4\nD=$A' };
    return (await (await openFiles({ 'serverless.yml': yaml, ...files }, options)).load('f')).environment;
  }

  test.each([
    ['{}', { A: '1', B: '1' }],
    ['{basePath: config/}', { C: '3' }],
    ['{path: more.env}', { A: '4', D: '4' }],
    ['{path: [config/.env, nope.env, more.env], basePath: config/}', { C: '3', A: '4', D: '4' }],
    ['{include: [B]}', { B: '1' }],
    ["{include: '*', exclude: [B]}", { A: '1' }],
    ['{include: [B], exclude: [B]}', { B: '1' }],
    ['{variableExpansion: false}', { A: '1', B: '$A' }],
    ['{required: {env: [A], file: true}}', { A: '1', B: '1' }],
  ])('takes the settings %s', async (settings, expected) => {
    expect(await added(settings)).toEqual(expected);
  });

  test('does nothing where it is not listed, and is found among modules', async () => {
    expect(await added('{}', '[other]')).toEqual({});
    expect(await added('{}', '{modules: [serverless-dotenv-plugin]}')).toEqual({ A: '1', B: '1' });
  });

  test.each([
    ['{required: {env: [A, X, Y]}}', 'custom.dotenv.required.env asks for X, Y, which are not set'],
    [
      '{required: {file: true}, basePath: nope/}',
      'custom.dotenv.required.file asks for a .env file, and there is none',
    ],
    ['{include: A}', 'custom.dotenv.include must be a list of strings, and is a string'],
    ['{basePath: [a]}', 'custom.dotenv.basePath must be a string, and is a list'],
    ['no', 'custom.dotenv must be a mapping, and is a string'],
  ])('refuses %s', async (settings, message) => {
    const failure = await failureOf(added(settings));
    expect(failure.message).toContain(message);
    expect(failure.location).toMatchObject({ line: 3 });
  });

  test('takes what it requires from the environment too', async () => {
    expect(await added('{required: {env: [X]}}', undefined, { environment: { X: 'x' } })).toEqual({ A: '1', B: '1' });
  });

  test('warns that its own parser is not run', async () => {
    const reported: Diagnostic[] = [];
    await added('{dotenvParser: parser.js}', undefined, { report: (diagnostic) => reported.push(diagnostic) });
    expect(reported).toMatchObject([{ severity: 'warning', code: 'dotenv-parser', location: { line: 3 } }]);
  });
});
