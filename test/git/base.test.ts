import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findBaseOfEvent } from '../../src/git/base-of-event.js';
import { findCommit } from '../../src/git/find-commit.js';
import { openRepository } from '../../src/git/repository.js';
import { cloneOf, newFolder, newRepository, type TestRepository } from './repositories.js';

const signal = new AbortController().signal;
const open = ({ folder }: TestRepository) => openRepository({ folder, environment: process.env, signal });

/** A file with the payload of an event. */
function eventFile(payload: object): string {
  const file = join(newFolder(), 'event.json');
  writeFileSync(file, JSON.stringify(payload));
  return file;
}

/** A repository whose branches `main` and `topic` have moved on from where they parted. */
function parted() {
  const repository = newRepository();
  const base = repository.commit('base', { 'a.txt': 'a' });
  repository.git('checkout', '--quiet', '-b', 'topic');
  const topic = repository.commit('topic', { 'b.txt': 'b' });
  repository.git('checkout', '--quiet', 'main');
  const main = repository.commit('main', { 'c.txt': 'c' });
  repository.git('checkout', '--quiet', 'topic');
  return { repository, base, topic, main };
}

describe('a commit', () => {
  test('is found by branch, hash and expression, and by a branch that only the remote has', async () => {
    const { repository, base, main } = parted();
    const clone = cloneOf(repository);
    const opened = await open(clone);
    expect((await findCommit(opened, base)).hash).toBe(base);
    expect((await findCommit(opened, 'HEAD~1')).hash).toBe(base);
    expect(await findCommit(opened, 'main')).toEqual({ hash: main, ref: 'main' });
  });

  test('that is not there is an error that names the nearest', async () => {
    const { repository } = parted();
    const error = await findCommit(await open(repository), 'mian').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      diagnostic: { message: 'There is no commit "mian" in this repository.', hint: 'Did you mean main?' },
    });
  });

  test('that looks like an option is no option', async () => {
    const { repository } = parted();
    await expect(findCommit(await open(repository), '--all')).rejects.toThrow('There is no commit "--all"');
  });

  test('that a shallow clone does not have is an error that says fetch-depth: 0', async () => {
    const { repository, base } = parted();
    const error = await findCommit(await open(cloneOf(repository, '--depth=1')), base).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      diagnostic: { code: 'git-shallow', hint: expect.stringContaining('`fetch-depth: 0`') },
    });
  });
});

describe('the base', () => {
  test('of a pull request is where it left its target', async () => {
    const { repository, base } = parted();
    const opened = await open(cloneOf(repository));
    expect(await findBaseOfEvent(opened, { GITHUB_BASE_REF: 'main' })).toEqual({
      hash: base,
      ref: 'the merge base with origin/main',
    });
    expect(await findBaseOfEvent(opened, { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' })).toMatchObject({
      hash: base,
    });
  });

  test('of the merge commit that GitHub checks out is the target as it was merged', async () => {
    const { repository, main } = parted();
    repository.git('checkout', '--quiet', '--detach', 'main');
    repository.git('merge', '--quiet', '--no-edit', 'topic');
    const clone = cloneOf(repository);
    expect(await findBaseOfEvent(await open(clone), { GITHUB_BASE_REF: 'main' })).toMatchObject({ hash: main });
  });

  test('of a pull request whose target is not fetched as a branch is told by the event', async () => {
    const { repository, base, main } = parted();
    const clone = cloneOf(repository);
    clone.git('update-ref', '-d', 'refs/remotes/origin/main');
    const path = eventFile({ pull_request: { base: { sha: main } } });
    const environment = { GITHUB_BASE_REF: 'main', GITHUB_EVENT_PATH: path };
    expect(await findBaseOfEvent(await open(clone), environment)).toMatchObject({ hash: base });
  });

  test('of a merge group, and of a push, is told by the event', async () => {
    const { repository, base, topic } = parted();
    const opened = await open(repository);
    const ofGroup = eventFile({ merge_group: { base_sha: base } });
    expect(await findBaseOfEvent(opened, { GITHUB_EVENT_PATH: ofGroup })).toEqual({
      hash: base,
      ref: 'the base of the merge group',
    });
    const ofPush = eventFile({ before: topic });
    expect(await findBaseOfEvent(opened, { GITHUB_EVENT_PATH: ofPush })).toMatchObject({ hash: topic });
  });

  test('is where the branch left the default one, where nothing says more', async () => {
    const { repository, base } = parted();
    const clone = cloneOf(repository);
    clone.git('remote', 'set-head', 'origin', 'main');
    expect(await findBaseOfEvent(await open(clone), {})).toEqual({
      hash: base,
      ref: 'the merge base with origin/main',
    });
  });

  test('can not be told where there is no remote', async () => {
    const { repository } = parted();
    await expect(findBaseOfEvent(await open(repository), {})).rejects.toThrow('neither a pull request nor a push');
  });

  test('is not told in a shallow clone, and it says fetch-depth: 0', async () => {
    const { repository } = parted();
    const opened = await open(cloneOf(repository, '--depth=1'));
    const error = await findBaseOfEvent(opened, { GITHUB_BASE_REF: 'main' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      diagnostic: { code: 'git-shallow', hint: expect.stringContaining('`fetch-depth: 0`') },
    });
  });
});

test('a folder outside of any checkout is an error that says what to do', async () => {
  const place = { folder: newFolder(), environment: process.env, signal };
  await expect(openRepository(place)).rejects.toThrow('is in no checkout of a git repository');
});

test('inside of a hook, git reads the repository of the folder nevertheless', async () => {
  const { repository } = parted();
  const environment = { ...process.env, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere/index' };
  expect((await openRepository({ folder: repository.folder, environment, signal })).root).toBe(repository.folder);
});
