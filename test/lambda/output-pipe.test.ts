import { closeSync, constants, existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { OutputPipe } from '../../src/lambda/sandbox/process/output-pipe.js';
import { OutputPump } from '../../src/lambda/sandbox/process/output-pump.js';
import { bootstrap } from '../runtimes/node/session.js';
import { rawSandbox } from './raw-sandbox.js';

const handlerJs = `
const { execFileSync } = require('node:child_process');
const { existsSync, fstatSync, readFileSync, writeSync } = require('node:fs');
const cell = new Int32Array(new SharedArrayBuffer(4));
const wait = () => Atomics.wait(cell, 0, 0, 1);
const many = 20_000;

exports.turns = async ({ isKilled }) => {
  let line = 0;
  for (; !fstatSync(1).isFIFO(); line++) {
    console.log('line ' + line + ' ' + 'x'.repeat(99));
    if (line > many) wait();
  }
  console.log('line ' + line++);
  process.stdout.write('line ' + line++ + '\\n');
  writeSync(1, 'line ' + line++ + '\\n');
  execFileSync('echo', ['line ' + line++], { stdio: 'inherit' });
  console.log('line ' + line++);
  if (isKilled) process.kill(process.pid, 'SIGKILL');
  return line;
};

/** Writes without any line of the console, until there is a pipe. */
exports.writes = async () => {
  const [, path] = /\\bINVOKE_LOCAL_OUTPUT_PIPE=([^\\0]+)/.exec(readFileSync('/proc/self/environ', 'utf8'));
  for (let line = 0; !existsSync(path); line++) {
    writeSync(1, 'x'.repeat(99) + '\\n');
    if (line > many) wait();
  }
  return path;
};
`;

/** A sandbox that runs a function with our bootstrap. Its log is taken slowly: after each piece comes a turn of the event loop. */
async function sandboxOf(name: string, folder: string) {
  writeFileSync(join(folder, 'handler.js'), handlerJs);
  let log = '';
  const raw = await rawSandbox({
    candidates: [{ command: process.execPath, args: [bootstrap], takesPipe: true }],
    environment: {
      PATH: process.env['PATH'] ?? '',
      _HANDLER: `handler.${name}`,
      LAMBDA_TASK_ROOT: folder,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    },
    workingDirectory: folder,
    timeoutMs: 60_000,
    memorySizeMiB: 1024,
    logs: {
      write: async (chunk) => {
        log += chunk.toString('latin1');
        await nextTurn();
      },
    },
  });
  return { ...raw, log: () => log };
}

/** The numbers of the lines that a function printed between Lambda's own. */
function numbersIn(log: string): number[] {
  const own = log.slice(log.indexOf('\n', log.indexOf('START ')) + 1, log.indexOf('END RequestId'));
  return own.split('\n').flatMap((line) => (line === '' ? [] : [Number(/\bline (\d+)/.exec(line)?.[1])]));
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('the standard output of a function that prints many lines becomes a pipe', () => {
  test('and all lines come whole and in order, whoever writes them, before the END line', async () => {
    await using sandbox = await sandboxOf('turns', mkdtempSync(join(tmpdir(), 'output-pipe-')));
    const { body: count } = await sandbox.invoke({});
    const numbers = numbersIn(sandbox.log());
    expect(numbers).toHaveLength(count);
    expect(numbers.findIndex((number, index) => number !== index)).toBe(-1);
  });

  test('and nothing is lost where it is killed', async () => {
    await using sandbox = await sandboxOf('turns', mkdtempSync(join(tmpdir(), 'output-pipe-')));
    await sandbox.invoke({ isKilled: true });
    const numbers = numbersIn(sandbox.log());
    expect(numbers.findIndex((number, index) => number !== index)).toBe(-1);
    expect(sandbox.log()).toMatch(/\tline \d+\nEND RequestId/);
  });

  test('and nothing stays of a pipe that it has not taken', async () => {
    let path: string;
    {
      await using sandbox = await sandboxOf('writes', mkdtempSync(join(tmpdir(), 'output-pipe-')));
      path = (await sandbox.invoke({})).body;
      expect(existsSync(path)).toBe(true);
    }
    expect([path, `${path}-pipe`].filter((file) => existsSync(file))).toEqual([]);
  });

  test('and one that its writer has looked at and left is not waited for', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'output-pipe-')), 'path');
    const output = new PassThrough();
    const pump = new OutputPump({ write: () => undefined });
    pump.release();
    pump.attach(output, 'stdout', path);
    output.write(Buffer.alloc(2 * 1024 * 1024));
    while (!existsSync(path)) await sleep(1);
    closeSync(openSync(readFileSync(path, 'utf8'), constants.O_WRONLY | constants.O_NONBLOCK));
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    output.end();
    // Much longer than a test may take.
    await pump.drainToEnd(600_000);
    expect(output.closed).toBe(true);
  });

  test('and none is made where its path is taken, which leaves the descriptors of others alone', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'output-pipe-')), 'path');
    writeFileSync(path, 'of the function');
    expect(await OutputPipe.make(path)).toBeUndefined();
    const fd = openSync(import.meta.filename, 'r');
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    expect(readFileSync(fd, 'utf8')).toContain('leaves the descriptors of others alone');
    closeSync(fd);
    expect(existsSync(`${path}-pipe`)).toBe(false);
  });
});
