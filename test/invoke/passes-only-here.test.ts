import { expect, test } from '@jest/globals';
import { passesOnlyHere, realCase } from '../../src/invoke/passes-only-here.js';
import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';
import { lambdaFunction } from '../lambda/lambda-function.js';
import { folderOf } from '../service/open-folder.js';

async function found(changes: Partial<LambdaFunction>, usedMiB: number, files: Record<string, string>) {
  const folder = await folderOf(files);
  const fn = lambdaFunction({ code: { kind: 'folder', folder }, memorySizeMiB: 128, ...changes });
  return passesOnlyHere(fn, folder, usedMiB);
}

test('memory beyond the limit is said', async () => {
  expect(await found({}, 200, { 'src/index.js': '' })).toMatchObject([
    {
      severity: 'warning',
      code: 'memory-not-limited',
      message: expect.stringMatching(/used 200 MB, more than .* 128 MB/),
    },
  ]);
});

test('what is within the limit, under the path that the file has, is not spoken of', async () => {
  expect(await found({}, 128, { 'src/index.js': '' })).toEqual([]);
  expect(await found({ handler: 'src/app.handler', runtime: 'python3.13' }, 10, { 'src/app.py': '' })).toEqual([]);
});

test('a path is compared with what its folders list', async () => {
  const folder = await folderOf({ 'src/Lib/index.js': '', 'src/Lib/Index.mjs': '' });
  expect(realCase(folder, ['SRC', 'lib', 'index.js'])).toBe('src/Lib/index.js');
  expect(realCase(folder, ['src', 'Lib', 'Index.mjs'])).toBe('src/Lib/Index.mjs');
  expect(realCase(folder, ['src', 'other'])).toBeUndefined();
});
