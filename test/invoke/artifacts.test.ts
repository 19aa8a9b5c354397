import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

import { UserError } from '../../src/diagnostics/user-error.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { runFunction, uncontained } from '../services/run-function.js';
import { writeZip, type ZipEntry } from '../write-zip.js';

const withPython = interpreters.length === 0 || process.platform === 'win32' ? test.skip : test;

/** A service whose folder holds other code than its artifact. */
async function packaged(entries: readonly ZipEntry[], runtime = 'nodejs20.x'): Promise<string> {
  const folder = await folderOf({
    'serverless.yml': `service: packed\nprovider: {name: aws, runtime: ${runtime}}\npackage: {artifact: service.zip}\nfunctions:\n  hello: {handler: src/h.handler}\n`,
    'src/h.js': 'exports.handler = async () => "the folder";',
    'src/h.py': 'def handler(event, context):\n    return "the folder"\n',
    'data.txt': 'the folder',
  });
  await writeZip(join(folder, 'service.zip'), entries);
  return folder;
}

test('a function runs from its artifact: code, working folder and task root', async () => {
  const content = `const fs = require('fs');
    exports.handler = async () => ({ data: fs.readFileSync('data.txt', 'utf8'), dep: require('dep'), root: process.env.LAMBDA_TASK_ROOT, cwd: process.cwd() });`;
  const folder = await packaged([
    { name: 'src/h.js', content },
    { name: 'data.txt', content: 'the artifact' },
    { name: 'node_modules/dep/index.js', content: 'module.exports = "dep of the artifact"' },
  ]);
  const { answer } = await runFunction(folder, 'hello', uncontained);
  const { root, cwd } = answer as { root: string; cwd: string };
  expect(answer).toMatchObject({ data: 'the artifact', dep: 'dep of the artifact' });
  expect(cwd).toBe(root);
  expect(root).not.toContain(folder);
  expect(existsSync(root)).toBe(false);
});

withPython('a function in Python does so too', async () => {
  const content = 'import other\n\ndef handler(event, context):\n    return other.VALUE\n';
  const entries = [
    { name: 'src/h.py', content },
    { name: 'other.py', content: 'VALUE = "the artifact"' },
  ];
  expect((await runFunction(await packaged(entries, 'python3.12'), 'hello')).answer).toBe('the artifact');
});

test.each([
  [
    'src/h.js',
    'exports.handler = async () => { throw new Error("boom"); };',
    /^ {4}at .*service\.zip\/src\/h\.js:1:\d+\)?$/,
  ],
  [
    'src/h.mjs',
    'export const handler = async () => { throw new Error("boom"); };',
    /service\.zip\/src\/h\.mjs:1:\d+\)?$/,
  ],
])('a frame of the trace in %s names the artifact that it came from', async (name, content, frame) => {
  const { result, answer } = await runFunction(await packaged([{ name, content }]), 'hello', uncontained);
  expect(result.status === 'success' ? '' : result.trace[1]).toMatch(frame);
  expect(JSON.stringify(answer)).toContain('invoke-local-function-');
});

withPython('so does one in Python', async () => {
  const content = 'def handler(event, context):\n    raise ValueError("boom")\n';
  const { result } = await runFunction(await packaged([{ name: 'src/h.py', content }], 'python3.12'), 'hello');
  expect(result.status === 'success' ? '' : result.trace.join('')).toMatch(
    /File "\S*.*service\.zip\/src\/h\.py", line 2/,
  );
});

test('an artifact that can not be unpacked safely is refused before anything runs', async () => {
  const folder = await packaged([{ name: '../h.js', content: 'x' }]);
  const failure = await runFunction(folder, 'hello').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as UserError).message).toMatch(/service\.zip, contains \.\.\/h\.js, which is outside of it/);
  expect((failure as UserError).diagnostic.location).toMatchObject({ line: 3 });
});
