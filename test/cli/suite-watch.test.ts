import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { repositoryRoot } from '../paths.js';
import { entry, nodeRuntime } from './command.js';

/** Writes a file that nobody sees half-written. */
function writeWhole(file: string, text: string): void {
  const beside = join(mkdtempSync(join(tmpdir(), 'suite-watch-new-')), 'file');
  writeFileSync(beside, text);
  renameSync(beside, file);
}

/** A service of two functions, one of which loads a module of its own, with a case for each. */
function writeProject(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'suite-watch-')));
  mkdirSync(join(folder, 'src'));
  const write = (name: string, text: string): void => writeWhole(join(folder, name), text);
  write(
    'serverless.yml',
    `service: watched\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions:\n  a: { handler: src/a.go }\n  b: { handler: src/b.go }\n`,
  );
  write('src/a.js', `const { answer } = require('./answer');\nexports.go = async () => answer;\n`);
  write('src/answer.js', 'exports.answer = 1;\n');
  write('src/b.js', 'exports.go = async () => 1;\n');
  write('a.yml', 'cases:\n  - { name: of a, function: a, expect: { output: 1 } }\n');
  write('b.yml', 'cases:\n  - { name: of b, function: b, expect: { output: 1 } }\n');
  return folder;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Watches a suite. */
function watchSuite(folder: string) {
  const child = spawn(process.execPath, [entry, 'test', '?.yml', '--watch'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: repositoryRoot },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.push(child);
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
  return {
    child,
    ended,
    /** Waits until something has been printed since the last time. */
    async says(part: string): Promise<void> {
      while (!text.includes(part)) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    /** Waits until it waits for changes, and gives what was printed since the last time. */
    async idle(): Promise<string> {
      const mark = 'Waiting for changes of files. Ctrl-C ends it.\n';
      while (!text.includes(mark)) await new Promise((resolve) => setTimeout(resolve, 20));
      const seen = text.slice(0, text.indexOf(mark));
      text = text.slice(text.indexOf(mark) + mark.length);
      return seen.replaceAll(/ \(\d+ ms\)/g, '');
    },
  };
}

test('after a change only the cases that it is about are run again', async () => {
  const folder = writeProject();
  const { child, ended, idle, says } = watchSuite(folder);
  expect(await idle()).toContain('2 cases: 2 passed');

  writeWhole(join(folder, 'src/answer.js'), 'exports.answer = 2;\n');
  const ofSource = await idle();
  expect(ofSource).toMatch(/^1 of 2 cases are run again\.\nfailed {3}a: of a\n/);
  expect(ofSource).toContain('1 case: 0 passed, 1 failed, 0 skipped');

  writeWhole(join(folder, 'a.yml'), 'cases:\n  - { name: of a, function: a, expect: { output: 2 } }\n');
  expect(await idle()).toBe('1 of 2 cases are run again.\nok       a: of a\n1 case: 1 passed, 0 failed, 0 skipped\n');

  writeWhole(join(folder, 'b.yml'), 'cases:\n  - { name: of b, function: b, expct: { output: 1 } }\n');
  writeWhole(join(folder, 'template.html'), '<p>');
  await says('has the unknown key `expct`');
  writeWhole(join(folder, 'b.yml'), 'cases:\n  - { name: of b, function: b, expect: { output: 1 } }\n');
  const mended = await idle();
  expect(mended).toContain('has the unknown key `expct`');
  expect(mended).toContain('2 of 2 cases are run again.');
  expect(mended).toContain('2 cases: 2 passed, 0 failed, 0 skipped');

  child.kill('SIGINT');
  if (process.platform !== 'win32') expect(await ended).toBe(130);
}, 60_000);
