import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openRepository } from '../../src/git/repository.js';
import { checkOut } from '../../src/git/worktree.js';
import { newFolder, newRepository } from './repositories.js';

test('another commit is checked out beside, and nothing of it stays', async () => {
  const test = newRepository();
  const hash = test.commit('before', { 'a.txt': 'before' });
  test.commit('after', { 'a.txt': 'after' });
  test.write({ 'a.txt': 'not committed' });
  const repository = await openRepository({
    folder: test.folder,
    environment: process.env,
    signal: new AbortController().signal,
  });
  const kept = join(newFolder(), 'kept');
  mkdirSync(kept);
  writeFileSync(join(kept, 'file'), '');
  let folder: string;
  {
    await using worktree = await checkOut(repository, { hash, ref: 'before' });
    ({ folder } = worktree);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('before');
    symlinkSync(kept, join(folder, 'node_modules'), 'junction');
  }
  expect(existsSync(dirname(folder))).toBe(false);
  expect(existsSync(join(kept, 'file'))).toBe(true);
  expect(test.git('worktree', 'list').split('\n')).toHaveLength(1);
  expect(readFileSync(join(test.folder, 'a.txt'), 'utf8')).toBe('not committed');
});

test('hooks of the repository are not run', async () => {
  const test = newRepository();
  const hash = test.commit('one', { 'a.txt': 'a' });
  const trace = join(newFolder(), 'trace');
  writeFileSync(join(test.folder, '.git', 'hooks', 'post-checkout'), `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 });
  const repository = await openRepository({
    folder: test.folder,
    environment: process.env,
    signal: new AbortController().signal,
  });
  await using worktree = await checkOut(repository, { hash, ref: 'main' });
  expect(existsSync(join(worktree.folder, 'a.txt'))).toBe(true);
  expect(existsSync(trace)).toBe(false);
});

test('a checkout that is cancelled is removed', async () => {
  const test = newRepository();
  const files = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`files/${index}.txt`, 'x'.repeat(2000)]),
  );
  const hash = test.commit('many', files);
  const controller = new AbortController();
  const repository = await openRepository({ folder: test.folder, environment: process.env, signal: controller.signal });
  setTimeout(() => controller.abort(new Error('cancelled')), 15);
  await expect(checkOut(repository, { hash, ref: 'main' })).rejects.toThrow('cancelled');
  expect(test.git('worktree', 'list').split('\n')).toHaveLength(1);
});
