import { describe, expect, test } from '@jest/globals';

import { folderOf } from '../service/open-folder.js';
import { nodeRuntime, run } from './command.js';

const handler = 'exports.handler = async (event, context) => [process.env.ACCOUNT ?? null, context.memoryLimitInMB];\n';

/** A service with a function `f`: its settings, the provider's, and further keys at the root. */
const serviceOf = (settings = '', provider = '', root = ''): string =>
  `service: svc\nprovider: {name: aws, runtime: ${nodeRuntime}${provider && `, ${provider}`}}\n${root}functions:\n  f: {handler: f.handler${settings && `, ${settings}`}}\n`;

/** What the command says of the function `f` of a service, and what the function answers. */
async function runF(configuration: string): Promise<{ code: number | null; response: unknown; said: string }> {
  const cwd = await folderOf({ 'serverless.yml': configuration, 'f.js': handler });
  const { code, stdout, stderr } = await run(['-w', '.', '-f', 'f', '-d', '{}', '-q'], { cwd });
  const text = stdout.toString();
  return { code, response: text === '' ? undefined : JSON.parse(text), said: stderr.toString() };
}

describe('a configuration that is not valid is run with warnings that name', () => {
  test.each([
    ['a misspelt property of the function', serviceOf('timout: 30'), 'functions.f.timout', '4:27', 'timeout'],
    ['one of the provider', serviceOf('', 'memorysize: 512'), 'provider.memorysize', '2:', 'memorySize'],
    ['a handler beside the handler', serviceOf('handlr: a.b'), 'functions.f.handlr', '4:27', 'handler'],
    ['one of a package', serviceOf('', '', 'package: {pattrens: []}\n'), 'package.pattrens', '3:11', 'patterns'],
    ['an unknown event', serviceOf('events: [{htp: GET /}]'), 'functions.f.events.0', '4:36', 'http'],
    ['another', serviceOf('events: [{schedul: rate(1 day)}]'), 'functions.f.events.0', '4:36', 'schedule'],
  ])('%s', async (_, configuration, name, place, nearest) => {
    const { code, response, said } = await runF(configuration);
    expect({ code, response }).toEqual({ code: 0, response: [null, '1024'] });
    expect(said).toContain(`warning: ${name} is `);
    expect(said).toContain(`serverless.yml:${place}`);
    expect(said).toContain(`Did you mean ${nearest}?`);
  });

  test.each(['memorySize: 1536MB', 'memorySize: 1 GB', 'memorySize: []', 'memorySize: half'])(
    'a memory that is no number (%s), and the default is used',
    async (settings) => {
      const { code, response, said } = await runF(serviceOf(settings));
      expect({ code, response }).toEqual({ code: 0, response: [null, '1024'] });
      expect(said).toContain('warning: functions.f.memorySize must be a number of MiB');
    },
  );

  test('a runtime that Lambda does not have', async () => {
    const { code, said } = await runF(serviceOf('runtime: nodejs99.x'));
    expect(code).toBe(0);
    expect(said).toContain('warning: The runtime of f, nodejs99.x, does not exist in Lambda');
    expect(said.match(/warning:/g)).toHaveLength(1);
  });

  test.each([
    ['012345678901', '12345678901'],
    ['000000000042', '42'],
    ['12345678901234567', '12345678901234568'],
    ['1.10', '1.1'],
  ])('what YAML changes: %s', async (written, value) => {
    const { code, response, said } = await runF(serviceOf(`environment: {ACCOUNT: ${written}}`));
    expect({ code, response }).toEqual({ code: 0, response: [value, '1024'] });
    expect(said).toContain(`functions.f.environment.ACCOUNT is written ${written}, and is ${value}.`);
    expect(said).toContain(`"${written}"`);
  });
});

test.each(['timout: 30', 'handlr: a.b', 'events: [{htp: GET /}]', 'timeout: 30s'])(
  'where the mode is error, %s is refused before anything runs',
  async (settings) => {
    const { code, response, said } = await runF(serviceOf(settings, '', 'configValidationMode: error\n'));
    expect(code).not.toBe(0);
    expect(response).toBeUndefined();
    expect(said).toContain('error: The configuration of f is not valid, and a deploy refuses it:');
  },
);

test.each([
  ['a valid configuration', serviceOf('timeout: 30, events: [{http: GET /}]')],
  ['one whose mode is off', serviceOf('timout: 30', '', 'configValidationMode: off\n')],
  ['a property of a plugin', serviceOf('warmup: true', '', 'plugins: [serverless-plugin-warmup]\n')],
  ['what is free', serviceOf('', '', 'custom: {timout: 30}\nx-anchors: {a: 1}\n')],
])('nothing is said of %s', async (_, configuration) => {
  expect(await runF(configuration)).toEqual({ code: 0, response: [null, '1024'], said: '' });
});
