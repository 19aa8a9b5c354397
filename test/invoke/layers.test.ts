import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';

import { fixture } from '../paths.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { anyRuby } from '../runtimes/ruby/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { runFunction, uncontained } from '../services/run-function.js';

const layered = fixture('layers');
const posix = process.platform === 'win32' ? test.skip : test;
const withRuby = anyRuby.length === 0 ? test.skip : test;
const withPython = interpreters.length === 0 || process.platform === 'win32' ? test.skip : test;

posix('their packages and programs are found', async () => {
  const { answer } = await runFunction(layered, 'base', uncontained);
  expect(answer).toEqual({ greeting: 'Hello layer', tool: 'tool of the layer', literal: false });
});

posix('the later layer is over the earlier one, and those that are missing are named', async () => {
  const { answer, diagnostics } = await runFunction(layered, 'newer');
  expect(answer).toMatchObject({ greeting: 'Good morning layer' });
  const named = diagnostics.filter((each) => each.message.includes('LambdaInsights'));
  expect(named.map(({ code, location }) => [code, location?.line])).toEqual([['layer-elsewhere', 20]]);
});

posix('a wrapper script of a layer starts the function, and configured paths lead to the layers', async () => {
  const { answer } = await runFunction(layered, 'wrapped', uncontained);
  expect(answer).toMatchObject({ settings: { from: 'layer' }, wrapped: 'node', preloaded: true, literal: false });
});

posix("paths in the caller's own variables lead there too", async () => {
  const environment = { SETTINGS: '/opt/settings.json' };
  expect((await runFunction(layered, 'base', { ...uncontained, environment })).answer).toMatchObject({
    settings: { from: 'layer' },
  });
});

const contained = { request: { containment: 'required' } } as const;
const inRoom = process.platform === 'linux' ? test : test.skip;

inRoom.each([
  ['base', { greeting: 'Hello layer', tool: 'tool of the layer', literal: true }],
  ['wrapped', { settings: { from: 'layer' }, wrapped: 'node', preloaded: true, literal: true }],
  ['python', { modules: ['python', 'python3.12'], tool: 'tool of the layer', private: [] }],
])('where it is contained, %s has them in /opt', async (name, expected) => {
  expect((await runFunction(layered, name, contained)).answer).toMatchObject(expected);
});

/** A file of a layer that says where it is, for each language. */
const placedFiles: readonly [runtime: string, handler: string, name: string, text: string][] = [
  ['nodejs20.x', '/opt/nodejs/app.handler', 'nodejs/app.js', 'exports.handler = async () => __filename;'],
  [
    'nodejs22.x',
    '/opt/nodejs/app.handler',
    'nodejs/app.mjs',
    'export const handler = async () => import.meta.filename;',
  ],
  [
    'python3.12',
    'app.handler',
    'python/own.py',
    "import sys\nplace = __file__ if '/opt/python' in sys.path else sys.path\n",
  ],
  ['ruby3.3', '/opt/ruby/app.handler', 'ruby/app.rb', 'def handler(event:, context:) = __FILE__\n'],
];

for (const [runtime, handler, name, text] of placedFiles) {
  const missing = { python: interpreters.length === 0, ruby: anyRuby.length === 0 };
  const isMissing = Object.entries(missing).some(([language, is]) => is && runtime.startsWith(language));
  (isMissing ? test.skip : inRoom)(
    `where it is contained, a file of a layer is below /opt for ${runtime}`,
    async () => {
      const folder = await folderOf({
        'serverless.yml': `service: svc\nprovider: { name: aws, runtime: ${runtime} }\nlayers: { base: { path: layer } }\nfunctions: { f: { handler: ${handler}, layers: [!Ref BaseLambdaLayer] } }\n`,
        'app.py': 'import own\n\ndef handler(event, context):\n    return own.place\n',
        [`layer/${name}`]: text,
      });
      expect((await runFunction(folder, 'f', contained)).answer).toBe(`/opt/${name}`);
    },
  );
}

inRoom('where it is contained, a function can not write to them', async () => {
  const { answer, diagnostics } = await runFunction(layered, 'writes', contained);
  expect(answer).toMatchObject({ errorMessage: expect.stringContaining('EROFS') });
  expect(diagnostics.map(({ code }) => code)).toContain('file-system-read-only');
});

test('without the wrapper script, which no layer has, the function runs all the same, and that is said', async () => {
  const { answer, diagnostics } = await runFunction(layered, 'elsewhere');
  expect(answer).toEqual({ wrapper: '/opt/otel-handler' });
  expect(diagnostics.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['layer-elsewhere', 'exec-wrapper-missing']),
  );
});

posix('a wrapper script that is there but not executable is told from one that is not there', async () => {
  const folder = await folderOf({
    'serverless.yml': [
      'service: svc',
      'provider: { name: aws, runtime: nodejs20.x }',
      'layers: { base: { path: layer } }',
      'functions:',
      '  f:',
      '    handler: h.handler',
      '    layers: [!Ref BaseLambdaLayer]',
      '    environment: { AWS_LAMBDA_EXEC_WRAPPER: /opt/wrapper }',
    ].join('\n'),
    'h.js': 'exports.handler = async () => require("fails")();',
    'layer/wrapper': '#!/bin/sh\nexec "$@"\n',
    'layer/nodejs/node_modules/fails/index.js': 'module.exports = () => { throw new Error("deep"); };',
  });
  const { result, diagnostics } = await runFunction(folder, 'f');
  const warning = diagnostics.find(({ code }) => code === 'exec-wrapper-missing');
  expect(warning?.message).toMatch(/the wrapper script \/opt\/wrapper .* is not executable/);
  expect(warning?.location?.line).toBe(8);
  expect(result.status === 'success' ? '' : result.trace[1]).toMatch(
    /\(\/opt\/nodejs\/node_modules\/fails\/index\.js:1:\d+\)$/,
  );
});

withPython('in Python their packages are found, and nothing of how they came there', async () => {
  const { answer } = await runFunction(layered, 'python');
  expect(answer).toEqual({ modules: ['python', 'python3.12'], tool: 'tool of the layer', private: [] });
});

test('what a function writes there leaves the project as it is', async () => {
  const { answer } = await runFunction(layered, 'writes', uncontained);
  expect(existsSync(answer as string)).toBe(false);
  expect((await runFunction(layered, 'writes', uncontained)).result.status).toBe('success');
});

const placed = /(\S+invoke-local-function-\S+)/;

test.each(['crashes', 'hangs'])('nothing is left behind when the function %s', async (name) => {
  const { result, log } = await runFunction(layered, name, uncontained);
  expect(result.status).not.toBe('success');
  const folder = placed.exec(log)?.[1];
  expect(folder).toBeDefined();
  expect(existsSync(folder ?? '')).toBe(false);
});

test('nothing is left behind when the run is aborted', async () => {
  const aborting = new AbortController();
  let folder: string | undefined;
  const onLog = (chunk: Buffer): void => {
    folder ??= placed.exec(chunk.toString())?.[1];
    if (folder !== undefined) aborting.abort(new Error('cancelled'));
  };
  await expect(runFunction(layered, 'hangs', { ...uncontained, signal: aborting.signal, onLog })).rejects.toThrow(
    'cancelled',
  );
  expect(folder).toBeDefined();
  expect(existsSync(folder ?? '')).toBe(false);
});

test.each([
  ['nodejs20.x', 'app.js', 'exports.handler = async () => [process.env._HANDLER, "INVOKE_LOCAL_OPT" in process.env];'],
  [
    'nodejs22.x',
    'app.mjs',
    'export const handler = async () => [process.env._HANDLER, "INVOKE_LOCAL_OPT" in process.env];',
  ],
  ['nodejs24.x', 'app.cjs', 'exports.handler = async () => [process.env._HANDLER, "INVOKE_LOCAL_OPT" in process.env];'],
])('a handler of %s may be a file of a layer (%s)', async (runtime, name, source) => {
  const folder = await folderOf({
    'serverless.yml': `service: svc\nprovider: { name: aws, runtime: ${runtime} }\nlayers: { base: { path: layer } }\nfunctions: { f: { handler: /opt/nodejs/app.handler, layers: [!Ref BaseLambdaLayer] } }\n`,
    [`layer/nodejs/${name}`]: source,
  });
  expect((await runFunction(folder, 'f')).answer).toEqual(['/opt/nodejs/app.handler', false]);
});

withRuby('a handler of Ruby may be a file of a layer', async () => {
  const folder = await folderOf({
    'serverless.yml':
      'service: svc\nprovider: { name: aws, runtime: ruby3.2 }\nlayers: { base: { path: layer } }\nfunctions: { f: { handler: /opt/ruby/app.handler, layers: [!Ref BaseLambdaLayer] } }\n',
    'layer/ruby/app.rb': "def handler(event:, context:)\n  [ENV['_HANDLER'], ENV.key?('INVOKE_LOCAL_OPT')]\nend\n",
  });
  expect((await runFunction(folder, 'f')).answer).toEqual(['/opt/ruby/app.handler', false]);
});
