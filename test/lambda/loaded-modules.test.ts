import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadedModules } from '../../src/lambda/runtime-api/loaded-modules.js';
import { Sandbox } from '../../src/lambda/sandbox/sandbox.js';
import { describeEach } from '../describe-each.js';
import { missingInterpreter } from '../interpreters.js';
import { repositoryRoot } from '../paths.js';
import { otherNode, versionOf } from '../runtimes/node/session.js';
import { folderOf } from '../service/open-folder.js';

const nodes = [process.execPath, otherNode(22), otherNode(24)].flatMap((node) =>
  node === undefined ? [] : [{ node, version: versionOf(node) }],
);

interface Runtime {
  readonly command: string;
  readonly bootstrap: readonly string[];
  readonly runtime: string;
}

const node = (command: string, runtime: string): Runtime => ({
  command,
  bootstrap: ['node', 'bootstrap.cjs'],
  runtime,
});

/** Runs a handler twice, and tells what each of the two invocations has loaded, relative to the folder. */
async function loadedBy({ command, bootstrap, runtime }: Runtime, handler: string, files: Record<string, string>) {
  const folder = await realpath(await folderOf(files));
  await using sandbox = await Sandbox.create({
    candidates: [{ command, args: [join(repositoryRoot, 'runtimes', ...bootstrap)] }],
    environment: {
      PATH: process.env['PATH'] ?? '',
      _HANDLER: handler,
      LAMBDA_TASK_ROOT: folder,
      AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    },
    workingDirectory: folder,
    timeoutMs: 20_000,
    memorySizeMiB: 512,
    functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
    logs: { write: () => {} },
  });
  const run = async () => {
    const outcome = await sandbox.invoke({ event: Buffer.from('{}') });
    expect(outcome).toMatchObject({ status: 'success' });
    const shown = (text: string): string =>
      decodeURI(text)
        .replace(/^file:\/\/\//, '/')
        .replace(`${folder}/`, '');
    const { files = [], imports = [] } = outcome.loaded ?? {};
    return {
      files: files.map(shown).sort(),
      imports: imports.map(({ from, specifier }) => `${shown(from)} ${shown(specifier)}`).sort(),
    };
  };
  return { first: await run(), second: await run() };
}

describeEach(nodes)('what Node.js $version has loaded', ({ node: command, version }) => {
  const major = Number.parseInt(version, 10);

  test('by require is told after the invocation that loads it, once', async () => {
    const { first, second } = await loadedBy(node(command, 'nodejs20.x'), 'index.handler', {
      'index.js': "require('./early'); exports.handler = async () => { require('./läte.json'); };",
      'early.js': '',
      'läte.json': '{}',
    });
    expect(first.files).toEqual(['early.js', 'index.js', 'läte.json']);
    expect(second).toEqual({ files: [], imports: [] });
  });

  test('by import is told as far as the code imports while it runs', async () => {
    const { first } = await loadedBy(node(command, 'nodejs20.x'), 'index.handler', {
      'index.mjs':
        "import './declared.mjs'; import './old.cjs'; export const handler = async () => { await import('./late.mjs'); await import('gone').catch(() => {}); };",
      'declared.mjs': '',
      'late.mjs': '',
      'old.cjs': '',
    });
    expect(first.imports).toContain('index.mjs index.mjs');
    if (major >= 22) expect(first.imports).toContain('index.mjs ./late.mjs');
    expect(first.imports.filter((each) => each.includes('gone'))).toEqual([]);
    expect(first.files).toContain('old.cjs');
  });

  test('is told by a function that changes what the report uses, or not at all', async () => {
    const { first } = await loadedBy(node(command, 'nodejs20.x'), 'index.handler', {
      'index.js': 'Set.prototype.has = () => { throw new Error("no"); }; exports.handler = async () => 1;',
    });
    expect(first.files).toEqual([]);
  });
});

(missingInterpreter('python') === undefined ? describe : describe.skip)('what Python has loaded', () => {
  test('is told without the standard library, and without running code of modules', async () => {
    const python = { command: 'python3', bootstrap: ['python', 'bootstrap.py'], runtime: 'python3.12' };
    const { first, second } = await loadedBy(python, 'app.handler', {
      'app.py':
        'import json, email, sys, lazy\ndef handler(event, context):\n    import läte\n    sys.modules["odd"] = object()\n',
      'läte.py': '',
      'lazy.py': 'def __getattr__(name):\n    raise RuntimeError(name)\n',
    });
    expect(first.files).toEqual(['app.py', 'lazy.py', 'läte.py']);
    expect(second.files).toEqual([]);
  });
});

(missingInterpreter('ruby') === undefined ? describe : describe.skip)('what Ruby has loaded', () => {
  test('is told without the standard library', async () => {
    const ruby = { command: 'ruby', bootstrap: ['ruby', 'bootstrap.rb'], runtime: 'ruby3.3' };
    const { first, second } = await loadedBy(ruby, 'app.handler', {
      'app.rb':
        "require 'set'\nrequire_relative 'early'\ndef handler(event:, context:)\n  require_relative 'läte'\nend\n",
      'early.rb': '',
      'läte.rb': '',
    });
    expect(first.files).toEqual(['app.rb', 'early.rb', 'läte.rb']);
    expect(second.files).toEqual([]);
  });
});

test('a header that says too much, or nothing of a kind that is known, is text', () => {
  const many = Array.from({ length: 30_000 }, (_, index) => `/f${index}`).join('\t');
  expect(loadedModules({ 'invoke-local-loaded': many })?.files).toHaveLength(20_000);
  expect(loadedModules({ 'invoke-local-imported': 'nonsense' })).toEqual({
    files: [],
    imports: [{ from: 'nonsens', specifier: 'nonsense' }],
  });
  expect(loadedModules({ 'invoke-local-loaded': '' })).toBeUndefined();
});
