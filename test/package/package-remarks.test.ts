import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { packageRemarks, packageSizes } from '../../src/cli/package-remarks.js';
import { describeCase } from '../../src/invoke/parity/describe-case.js';
import { packageContents } from '../../src/package/package-contents.js';
import { zippedBytes } from '../../src/package/package-size.js';
import { lambdaFunction } from '../lambda/lambda-function.js';
import { folderOf, openFolder } from '../service/open-folder.js';

const service = (more = '') =>
  `service: s\nprovider: { name: aws, runtime: nodejs22.x }\nfunctions: { f: { handler: src/index.handler, layers: [{ Ref: LLambdaLayer }] } }\nlayers: { l: { path: layer } }\n${more}`;
const megabyte = 1024 * 1024;

async function listed(files: Readonly<Record<string, string | Buffer>>, largeBytes = 0) {
  const folder = await folderOf({ 'serverless.yml': service(), 'layer/x': '', ...files });
  if (largeBytes > 0) await truncate(join(folder, 'large.bin'), largeBytes);
  const fn = await (await openFolder(folder)).load('f');
  const contents = await packageContents(fn);
  if (contents.kind !== 'files') throw new Error('The files are not known.');
  return { function: fn, ...contents };
}

test('a package that fits is described, with its layers', async () => {
  const found = await listed({ 'src/index.js': 'x'.repeat(megabyte), 'layer/x': 'x'.repeat(megabyte / 2) });
  expect(await packageSizes(found)).toMatch(
    /^1 file, 1\.00 MB unpacked, 1\.50 MB with its layers, about \d\.\d KB zipped\.$/,
  );
  expect(await packageRemarks(found)).toEqual([]);
});

test('more than Lambda allows is said, and a handler that patterns leave out', async () => {
  const patterns = "package: { patterns: ['!src/**'] }\n";
  const found = await listed(
    { 'serverless.yml': service(patterns), 'src/index.js': '', 'large.bin': '' },
    251 * megabyte,
  );
  expect((await packageRemarks(found)).map(({ message }) => message)).toEqual([
    'f and its layers have 251.00 MB unpacked, more than the 250.00 MB that Lambda allows. A deploy would fail.',
    'The handler of f, src/index.js, is not in its package: patterns leave it out. Lambda does not find it.',
  ]);
});

test('what a tool installs beside the files is known, and what a plugin may change', async () => {
  const folder = await folderOf({
    'serverless.yml':
      'service: svc\nprovider: { name: aws, runtime: python3.12 }\nplugins: [serverless-python-requirements, some-unknown-plugin]\nfunctions: { f: { handler: app.handler } }\n',
    'app.py': '',
    'requirements.txt': 'requests\n',
  });
  expect(await packageContents(await (await openFolder(folder)).load('f'))).toMatchObject({
    installs: { tool: 'serverless-python-requirements', manifest: { file: join(folder, 'requirements.txt') } },
    unsure: 'the plugin some-unknown-plugin may change what is packed',
  });
});

test('the archive is guessed by what compressing the files gives', async () => {
  const folder = await folderOf({ 'random.bin': randomBytes(megabyte), 'same.txt': Buffer.alloc(megabyte, 97) });
  const files = ['random.bin', 'same.txt'].map((path) => ({ path, bytes: megabyte }));
  const bytes = await zippedBytes(folder, files);
  expect(bytes / megabyte).toBeGreaterThan(0.99);
  expect(bytes / megabyte).toBeLessThan(1.02);
});

test('a file that is loaded by a name of another case is said', async () => {
  const folder = realpathSync(await folderOf({ 'src/index.js': '', 'src/Utils.js': '' }));
  const fn = lambdaFunction({ code: { kind: 'folder', folder } });
  const loaded = ['src/index.js', 'src/utils.js'].map((name) => join(folder, name));
  expect(describeCase(fn, loaded).map(({ message }) => message)).toEqual([
    'hello loaded src/utils.js, and the file is src/Utils.js: Lambda tells upper and lower case apart, and does not find it.',
  ]);
});
