import { beforeAll, describe, expect, test } from '@jest/globals';

import type { ServerlessService } from '../../../src/service/serverless/serverless-service.js';
import { fixture } from '../../paths.js';
import { failureOf, head, openFiles, openFolder, projectCode, type TestOptions } from '../open-folder.js';

/** The value of `custom.a` where it is this variable, in a service with these files. */
async function valueAt(variable: string, files: Record<string, string>, options: TestOptions = {}): Promise<unknown> {
  const yaml = `${head}custom:\n  a: ${variable}\n`;
  return (await openFiles({ 'serverless.yml': yaml, ...files }, options)).property(['custom', 'a']);
}

describe('a script as a source of variables', () => {
  let service: ServerlessService;
  beforeAll(async () => {
    service = await openFolder(fixture('js-config-sources'), { options: { memory: '512' } });
  });

  test.each([
    ['whole', { url: 'https://dev.test', n: 'svc' }],
    ['member', 'https://dev.test'],
    ['made', { v: 7 }],
    ['inMade', 7],
    ['promised', 'b'],
    ['through', 'svc!'],
    ['exported', 'by name'],
    ['default', 'svc'],
    ['functionDefault', 'dev'],
    ['transpiled', 'was TypeScript'],
    ['property', { settings: { list: ['a', 'svc-b'], at: 'dev' }, nothing: null }],
    ['options', { memory: '512' }],
    ['missing', 'fallback'],
    ['nothing', 'fallback'],
    ['absent', 'no file'],
    ['cloudFormation', 'arn:${AWS::Partition}:sqs:${AWS::Region}'],
  ])('%s of the fixture has its value', async (name, expected) => {
    expect(await service.property(['custom', name])).toEqual(expected);
  });

  test('gives what JSON makes of its value', async () => {
    expect(await service.property(['custom', 'cloned'])).toEqual({
      when: '1970-01-01T00:00:00.000Z',
      nothing: null,
      numbers: [1, 2.5],
      arn: 'arn:${AWS::Partition}:sqs:${AWS::Region}',
    });
  });

  test('runs each function once, however often it is asked for', async () => {
    expect(await service.property(['custom', 'again'])).toBe('7-1-1');
  });

  test('gets null for a null fallback, the fallback for what is missing, and an error where there is none', async () => {
    expect(await service.property(['custom', 'asked'])).toEqual([
      null,
      5,
      'The variable ${env:NOPE} has no value: the environment variable NOPE is not set',
    ]);
  });

  test('runs once for a whole service, in one process with the others', async () => {
    const text =
      'module.exports = async () => ({ pid: process.pid, loaded: (globalThis.loaded = (globalThis.loaded ?? 0) + 1) })';
    const yaml = `${head}custom:\n  a: \${file(a.js)}\n  b: \${file(./b.cjs)}\n  c: \${file(a.js):loaded}\n`;
    const opened = await openFiles({ 'serverless.yml': yaml, 'a.js': text, 'b.cjs': text });
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => opened.property(['custom', name])));
    expect((a as { pid: number }).pid).toBe((b as { pid: number }).pid);
    expect([(a as { loaded: number }).loaded, (b as { loaded: number }).loaded].sort()).toEqual([1, 2]);
    expect(c).toBe((a as { loaded: number }).loaded);
  });

  test('is not started where nothing that is needed asks for one', async () => {
    const yaml = `${head}custom:\n  a: \${file(a.js)}\nfunctions: {f: {handler: h.e}}\n`;
    const opened = await openFiles(
      { 'serverless.yml': yaml, 'a.js': 'throw 1' },
      { projectCode: { ...projectCode, runtimes: '/nowhere' } },
    );
    expect(await opened.load('f')).toMatchObject({ handler: 'h.e' });
  });

  test('may ask for what another script gives', async () => {
    const files = {
      'a.js': `module.exports = async ({ resolveVariable: v }) => 'a+' + (await v('file(./b.js):name'))`,
      'b.js': `module.exports = async ({ resolveConfigurationProperty: p }) => ({ name: 'b+' + (await p(['service'])) })`,
    };
    expect(await valueAt('${file(a.js)}', files)).toBe('a+b+svc');
  });
});

describe('what a script gets and gives', () => {
  const echo = `module.exports = async ({ options, resolveVariable: v }) => ({
    env: await v('env:TITLE'), opt: options.title, part: 'x ' + (await v('env:TITLE')), own: '\${self:service}',
  })`;

  test('data stays data: a variable in it is not expanded, however it comes back', async () => {
    const title = '${self:custom.secret} \\${env:X}';
    expect(
      await valueAt(
        '${file(echo.js)}\n  secret: s',
        { 'echo.js': echo },
        {
          environment: { TITLE: title },
          options: { title },
        },
      ),
    ).toEqual({ env: title, opt: title, part: `x ${title}`, own: 'svc' });
  });

  test('what was escaped in the configuration is not expanded on its way back', async () => {
    const script = `module.exports = async ({ resolveConfigurationProperty: p }) => p(['custom', 'escaped'])`;
    expect(await valueAt("${file(a.js)}\n  escaped: '\\${self:service}'", { 'a.js': script })).toBe('${self:service}');
  });

  test('an escape of its own works as in YAML', async () => {
    expect(await valueAt('${file(a.js)}', { 'a.js': "module.exports = '\\\\${self:service} ${self:service}'" })).toBe(
      '${self:service} svc',
    );
  });
});

describe('a script that fails as a source', () => {
  const failing = (
    script: string,
    variable = '${file(./a.js)}',
    options: TestOptions = {},
    more: Record<string, string> = {},
  ) => failureOf(valueAt(variable, { 'a.js': script, ...more }, options));

  test('names its own line', async () => {
    const failure = await failing("module.exports = () => {\n  throw new RangeError('boom');\n};\n");
    expect(failure.message).toMatch(/The file .*a\.js failed at line 2: RangeError: boom\.$/);
    expect(failure.location).toMatchObject({ line: 2, column: 9 });
  });

  test.each([
    ['throws, even with a fallback', 'throw new Error("boom")', "${file(a.js):x, 'y'}", 'Error: boom'],
    ['gives undefined', 'module.exports = undefined', '${file(a.js)}', 'it gives undefined'],
    [
      'returns undefined',
      'module.exports = function make() {}',
      '${file(a.js)}',
      'its function make returns undefined',
    ],
    [
      'returns undefined at an address',
      'exports.make = function make() {}',
      "${file(a.js):make, 'y'}",
      'its function make returns undefined',
    ],
    [
      'returns a function',
      'module.exports = () => () => 1',
      '${file(a.js)}',
      'it gives a function, which JSON has no way',
    ],
    ['gives what JSON does not have', 'module.exports = { n: 1n }', '${file(a.js)}', 'serialize a BigInt'],
    ['lacks a package', "require('nope-nope')", '${file(a.js)}', "Cannot find module 'nope-nope'"],
    ['ends the process', 'process.exit(3)', '${file(a.js)}', 'ended before it gave its value (exit code 3)'],
  ])('one that %s is an error', async (_, script, variable, message) => {
    const failure = await failing(script, variable);
    expect(failure.code).toBe('project-module-failed');
    expect(failure.message).toContain(message);
  });

  test('a variable that it asks for and that has no value is the error, and says who needs it', async () => {
    const failure = await failing("module.exports = ({ resolveVariable }) => resolveVariable('env:NOPE')");
    expect(failure.message).toMatch(
      /^The variable \$\{env:NOPE\} of .*a\.js \(needed by custom\.a\) has no value: the environment variable NOPE is not set\.$/,
    );
    expect(failure.location?.file).toMatch(/a\.js$/);
  });

  test.each(['FOO', '${env:FOO}', 'env:A} ${env:B'])('resolveVariable does not take %s', async (text) => {
    const failure = await failing(`module.exports = ({ resolveVariable: v }) => v(${JSON.stringify(text)})`);
    expect(failure.message).toContain('that is no variable');
    expect(failure.hint).toContain('without ${ and }');
  });

  test.each([
    ['itself', "resolveVariable('file(./a.js)')", {}],
    ['a member of itself', "resolveVariable('file(./a.js):x')", {}],
    ['the property that it stands in', "resolveConfigurationProperty(['custom', 'a'])", {}],
    [
      'another one that asks for it',
      "resolveVariable('file(./b.js)')",
      { 'b.js': "module.exports = ({ resolveVariable }) => resolveVariable('file(./a.js)')" },
    ],
  ])('a circle through %s is found', async (_, question, more) => {
    const names = 'resolveVariable, resolveConfigurationProperty';
    const failure = await failing(`module.exports = ({ ${names} }) => ${question}`, '${file(./a.js)}', {}, more);
    expect(failure.code).toBe('variable-circular');
    expect(failure.message).toMatch(/refers to itself: .*a\.js/);
  });

  test('one that never ends is ended at its time limit, in which its questions do not count', async () => {
    const slow = { 'b.js': 'module.exports = new Promise((done) => setTimeout(done, 3_500, "b"))' };
    const limited = { projectCode: { ...projectCode, timeoutMs: 6_000 } };
    const patient = `module.exports = async ({ resolveVariable: v }) => {
      await new Promise((done) => setTimeout(done, 3_500));
      return v('file(./b.js)');
    }`;
    expect(await valueAt('${file(./a.js)}', { 'a.js': patient, ...slow }, limited)).toBe('b');
    const failure = await failing('for (;;);', '${file(./a.js)}', { projectCode: { ...projectCode, timeoutMs: 500 } });
    expect(failure.message).toContain('a.js did not end within 0.5 s');
  });

  test('one that waits for nothing is told at once', async () => {
    const failure = await failing('module.exports = () => new Promise(() => {})');
    expect(failure.message).toContain('its promise never settles');
  });
});
