import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { failureOf, folderOf, head, openFolder } from '../../open-folder.js';

const names = [
  'describe',
  'describeLight',
  'sha1',
  'commit',
  'branch',
  'message',
  'messageSubject',
  'messageBody',
  'user',
  'email',
  'isDirty',
  'repository',
  'tags',
];
const custom = names.map((name) => `  ${name}: "\${git:${name}, 'none'}"`).join('\n');
const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@test',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@test',
};

/** A repository with one commit that holds a service. */
async function repository(): Promise<{ folder: string; git: (...args: string[]) => string }> {
  const folder = await folderOf({ 'serverless.yml': `${head}custom:\n${custom}\n` });
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, env: environment, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch', 'trunk');
  git('add', '.');
  git('commit', '--quiet', '-m', 'A subject', '-m', 'A body\nof two lines');
  return { folder, git };
}

async function customOf(folder: string): Promise<unknown> {
  return (await openFolder(folder, { environment })).property(['custom']);
}

describe('git', () => {
  test('says what there is to say of a commit', async () => {
    const { folder, git } = await repository();
    const short = git('rev-parse', '--short', 'HEAD');
    expect(await customOf(folder)).toEqual({
      describe: short,
      describeLight: short,
      sha1: short,
      commit: git('rev-parse', 'HEAD'),
      branch: 'trunk',
      message: 'A subject\n\nA body\nof two lines',
      messageSubject: 'A subject',
      messageBody: 'A body\nof two lines',
      user: 'none',
      email: 'none',
      isDirty: 'false',
      repository: folder.split(/[\\/]/).at(-1),
      tags: short,
    });
  });

  test('knows tags, settings and changes', async () => {
    const { folder, git } = await repository();
    git('tag', 'light');
    git('tag', '-a', 'v1', '-m', 'v1');
    git('config', 'user.name', 'Ada');
    git('config', 'user.email', 'ada@test');
    await writeFile(join(folder, 'serverless.yml'), `${head}# changed\ncustom:\n${custom}\n`);
    expect(await customOf(folder)).toMatchObject({
      describe: 'v1',
      tags: 'light::v1',
      user: 'Ada',
      email: 'ada@test',
      isDirty: 'true',
    });
  });

  test('that is in no repository is an error in its own words', async () => {
    const folder = await folderOf({ 'serverless.yml': `${head}custom: {a: "\${git:sha1, 'x'}"}\n` });
    const ceiling = { ...environment, GIT_CEILING_DIRECTORIES: join(folder, '..') };
    const service = await openFolder(folder, { environment: ceiling });
    const failure = await failureOf(service.property(['custom', 'a']));
    expect(failure.message).toContain('of custom.a can\'t be answered: git says "fatal: not a git repository');
    expect(failure.hint).toContain('actions/checkout');
    expect(failure.hint).toContain('git:sha1=…');
  });

  test('that is not installed is an error', async () => {
    const { folder } = await repository();
    const service = await openFolder(folder, { environment: { PATH: folder } });
    const failure = await failureOf(service.property(['custom', 'sha1']));
    expect(failure.message).toContain('git is not on PATH');
  });

  test('is not asked for what it does not have', async () => {
    const folder = await folderOf({ 'serverless.yml': `${head}custom: {a: "\${git:shaa}"}\n` });
    const failure = await failureOf((await openFolder(folder, { environment })).property(['custom', 'a']));
    expect(failure.message).toContain('asks for `shaa`, which the source git does not have');
    expect(failure.hint).toContain('It has describe, describeLight, sha1,');
  });
});
