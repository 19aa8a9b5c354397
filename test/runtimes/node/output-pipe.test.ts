import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, mkdtempSync, openSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../../paths.js';
import { defaultNode, otherNode } from './session.js';

const module = join(repositoryRoot, 'runtimes', 'node', 'output-pipe.cjs');

interface Case {
  /** What the function does before it prints much. */
  readonly before?: string;
  readonly options?: string;
  readonly isRead?: boolean;
  readonly node?: string;
}

/** What comes out of the socket and of the pipe, and whether the file that names the pipe is still there. */
async function printBy({ before = '', options = '', isRead = true, node = defaultNode('24') }: Case) {
  const folder = mkdtempSync(join(tmpdir(), 'output-pipe-'));
  const [file, path] = [join(folder, 'path'), join(folder, 'pipe')];
  execFileSync('mkfifo', [path]);
  writeFileSync(file, path);
  const reader = isRead ? openSync(path, constants.O_RDONLY | constants.O_NONBLOCK) : undefined;
  const program = `(async () => {
    const hasWritten = require(${JSON.stringify(module)}).watchOutputPipe();
    const { closeSync, openSync, readFile, writeSync } = require('node:fs');
    ${before};
    const print = (line) => (writeSync(1, line + '\\n'), hasWritten());
    print('first');
    for (let count = 0; count < 3000; count++) hasWritten();
    print('last');
    require('node:child_process').spawnSync('echo', ['of a child'], { stdio: 'inherit' });
    if (process.env.INVOKE_LOCAL_OUTPUT_PIPE !== undefined) print('the path is shown');
    process.exit();
  })()`;
  const child = spawn(node, ['-e', program], {
    env: { ...process.env, NODE_OPTIONS: options, INVOKE_LOCAL_OUTPUT_PIPE: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [socket] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const bytes = Buffer.alloc(1024);
  const pipe = reader === undefined ? '' : bytes.toString('utf8', 0, readSync(reader, bytes));
  if (reader !== undefined) closeSync(reader);
  return { socket, pipe, isFound: existsSync(file) };
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a function that prints much gets a pipe for its standard output', () => {
  test('between two lines, also for its children', async () => {
    expect(await printBy({})).toEqual({ socket: 'first\n', pipe: 'last\nof a child\n', isFound: false });
  });

  const nodeWithNames = otherNode(24);
  (nodeWithNames === undefined ? test.skip : test)('also where it has read a file before', async () => {
    const before = `await new Promise((resolve) => readFile('/dev/null', () => setTimeout(resolve, 1)))`;
    const printed = await printBy({ before, ...(nodeWithNames === undefined ? {} : { node: nodeWithNames }) });
    expect(printed).toEqual({ socket: 'first\n', pipe: 'last\nof a child\n', isFound: false });
  });

  test.each<[string, Case]>([
    [
      'has a thread',
      { before: `new (require('node:worker_threads').Worker)('setInterval(() => {}, 1e6)', { eval: true })` },
    ],
    ['reads a file meanwhile', { before: `readFile('/dev/null', () => {})` }],
    ['has a child process', { before: `require('node:child_process').spawn('sleep', ['5']).unref()` }],
    ['has an output that does not block', { before: 'process.stdout' }],
  ])('but not where it %s', async (_what, given) => {
    expect(await printBy(given)).toEqual({ socket: 'first\nlast\nof a child\n', pipe: '', isFound: false });
  });

  test.each<[string, Case]>([
    ['the number of threads is not the usual one', { options: '--v8-pool-size=2' }],
    ['nobody reads the pipe yet', { isRead: false }],
  ])('nor where %s', async (_what, given) => {
    expect(await printBy(given)).toEqual({ socket: 'first\nlast\nof a child\n', pipe: '', isFound: true });
  });

  test('nor where it has put something else in the place of the output', async () => {
    const given = { before: `closeSync(1); openSync('/dev/null', 'w')` };
    expect(await printBy(given)).toEqual({ socket: '', pipe: '', isFound: false });
  });
});
