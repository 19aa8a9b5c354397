import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { guessOnlyFunction } from '../../src/cli/guess-only-function.js';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';
import { entry, nodeRuntime } from './command.js';

const one = 'cases:\n  - name: it says hello\n    function: hello\n    data: { name: Ada }\n';

describe('the function of the only case is guessed', () => {
  test.each<[string, string | undefined, string, Record<string, string>]>([
    ['from its line', 'hello', 'a.yml', { 'a.yml': one }],
    ['where it begins the case', 'hello', 'a.yaml', { 'a.yaml': 'cases:\n  - function: "hello" # the first\n' }],
    ['from the only file of a pattern', 'hello', '*.yml', { 'a.yml': one, 'b.txt': one }],
    ['not from several cases', undefined, 'a.yml', { 'a.yml': `${one}  - function: other\n` }],
    ['not from several files', undefined, '*.yml', { 'a.yml': one, 'b.yml': one }],
    ['not from another form', undefined, 'a.yml', { 'a.yml': 'cases: [{ function: hello }]\n' }],
    ['not without a case', undefined, 'a.yml', { 'a.yml': 'cases: []\n' }],
    ['not from a file that is none of cases', undefined, 'a.js', { 'a.js': one }],
    ['not from a file that is not there', undefined, 'b.yml', { 'a.yml': one }],
  ])('%s', async (_, name, path, files) => {
    expect(guessOnlyFunction(join(await folderOf(files), path))).toBe(name);
  });
});

const ownTitle = '    env: { NODE_OPTIONS: "--title=own" }\n    expect: { output: [1, own] }\n';
const matrix = `cases:
  - name: number \${matrix.n}
    function: hello
    matrix: { n: [1, 2, 3] }
    expect: { output: ["\${matrix.n}", null] }
`;

test.each<[string, string, readonly string[]]>([
  ['one case', `${one}    expect: { output: [1, null] }\n`, ['it says hello']],
  ['many cases of one', matrix, ['number 1', 'number 2', 'number 3']],
  ['a case whose environment Node.js reads as it starts', `${one}${ownTitle}`, ['it says hello']],
])('a suite of %s runs, whether the process of its function was guessed right or not', async (_, cases, names) => {
  const cwd = await folderOf({
    'serverless.yml': `service: svc\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions:\n  hello: { handler: h.hello }\n`,
    'h.js': 'let n = 0; exports.hello = async () => [++n, process.title === "own" ? "own" : null];',
    'cases.yml': cases,
  });
  const env = { PATH: process.env['PATH'], HOME: cwd, XDG_CACHE_HOME: join(repositoryRoot, '.cache') };
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [entry, 'test', 'cases.yml'], { cwd, env }, (_error, _stdout, stderr) =>
      resolve(stderr),
    );
  });
  const verdicts = said.split('\n').map((line) => line.replace(/ \(\d+ ms\)/, ''));
  expect(verdicts.filter((line) => /^(?:ok|failed) /.test(line))).toEqual(
    names.map((name) => expect.stringMatching(new RegExp(`^ok +hello: ${name}$`))),
  );
});
