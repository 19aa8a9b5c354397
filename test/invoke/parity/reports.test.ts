import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { entry, nodeRuntime } from '../../cli/command.js';
import { folderOf } from '../../service/open-folder.js';

const files = {
  'serverless.yml': `service: svc\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions: { f: { handler: index.handler }, g: { handler: index.handler } }\n`,
  'package.json': JSON.stringify({ devDependencies: { dev: '1' } }),
  'index.js': "require('dev');\nexports.handler = async () => 1;\n",
  'node_modules/dev/package.json': JSON.stringify({ name: 'dev' }),
  'node_modules/dev/index.js': '',
  'x.test.yml':
    'cases:\n  - { name: one, function: f, data: {} }\n  - { name: two, function: f, data: {}, env: { A: b } }\n  - { name: three, function: g, data: {} }\n',
};
const reports = ['--report-json', 'r.json', '--report-junit', 'r.xml', '--report-html', 'r.html'];

/** Runs the command, and counts in each of its reports and in what it prints how often something is said. */
async function counted(args: readonly string[], said: string) {
  const folder = await folderOf(files);
  const { stderr, status } = spawnSync(process.execPath, [entry, ...args, ...reports], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr.includes('error:')]).toEqual([0, false]);
  const texts = [stderr, ...['r.json', 'r.xml', 'r.html'].map((name) => readFileSync(join(folder, name), 'utf8'))];
  return texts.map((text) => text.split(said).length - 1);
}

test('what a deploy would not hold is in every report of an invocation', async () => {
  expect(await counted(['-f', 'f'], 'f loaded the package dev')).toEqual([1, 1, 1, 1]);
});

test('it is in every report of a suite, once a function', async () => {
  expect(await counted(['test', 'x.test.yml'], 'f loaded the package dev')).toEqual([1, 1, 1, 1]);
  expect(await counted(['test', 'x.test.yml', '--package', 'off'], 'loaded the package dev')).toEqual([0, 0, 0, 0]);
});
