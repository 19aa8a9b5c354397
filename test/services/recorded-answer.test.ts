import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';
import { asksAnew, type Question, recordedAnswer } from './recorded-answer.js';

const files = { 'serverless.yml': 'service: a\nprovider: {runtime: nodejs20.x}\n', 'src/a.js': '1' };

/** A folder for recordings that has that of one question, and what is then answered to another. */
async function afterOne(change: (question: Question & { readonly folder: string }) => Promise<Question>) {
  jest.spyOn(console, 'warn').mockImplementation(() => {});
  const recordings = await folderOf({});
  const folder = await folderOf(files);
  await symlink(join(repositoryRoot, '.cache', 'plugin'), join(folder, 'plugin'), 'junction');
  const question: Question & { readonly folder: string } = {
    name: ['print', 'a service'],
    program: 'osls 1',
    folder,
    args: ['dev', folder],
    runtimes: ['nodejs20.x'],
  };
  await recordedAnswer(question, async () => 'one\n', recordings);
  return recordedAnswer(await change(question), async () => 'another', recordings);
}

const inFolder = (name: string, content: string) => async (question: Question & { readonly folder: string }) => {
  await writeFile(join(question.folder, name), content);
  return question;
};

(asksAnew ? describe.skip : describe)('the recorded answer', () => {
  test.each<[string, Parameters<typeof afterOne>[0]]>([
    ['for the same question', async (question) => question],
    [
      'in another folder, on another runtime, and with a repository in it',
      async (question) => {
        const folder = await folderOf({ ...files, 'serverless.yml': files['serverless.yml'].replace('20', '22') });
        await symlink(join(repositoryRoot, '.cache', 'plugin'), join(folder, 'plugin'), 'junction');
        await mkdir(join(folder, '.git'));
        return { ...question, folder, args: ['dev', folder], runtimes: ['nodejs22.x'] };
      },
    ],
  ])('is given %s', async (_, change) => {
    expect(await afterOne(change)).toBe('one\n');
  });

  test.each<[string, Parameters<typeof afterOne>[0]]>([
    ['another version of the program', async (question) => ({ ...question, program: 'osls 2' })],
    ['other arguments', async (question) => ({ ...question, args: ['prod'] })],
    ['another recording', async (question) => ({ ...question, name: ['print', 'another'] })],
    ['a runtime that is not any', async (question) => ({ ...question, runtimes: [] })],
    ['a changed file', inFolder('src/a.js', '2')],
    ['a further file', inFolder('src/b.js', '')],
    [
      'a link that leads elsewhere',
      async (question) => {
        await rm(join(question.folder, 'plugin'));
        await symlink(join(repositoryRoot, '.cache', 'plugin@2'), join(question.folder, 'plugin'), 'junction');
        return question;
      },
    ],
  ])('is not given for %s', async (_, change) => {
    expect(await afterOne(change)).toBe('another');
  });

  test('is an error that says why, where the program does not answer', async () => {
    const question: Question = { name: ['print', 'a'], program: 'osls 1', args: [] };
    const failing = () => Promise.reject(new Error('npm is offline'));
    await expect(recordedAnswer(question, failing, await folderOf({}))).rejects.toThrow(
      /print.a\.txt has to be recorded, for it is not there, and osls 1 does not answer: npm is offline$/,
    );
  });
});
