import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { canLimitMemory } from '../../src/lambda/sandbox/process/memory-watch.js';
import { fixture } from '../paths.js';
import { fullSet } from '../runtimes/python/interpreters.js';
import { goneSoon, isRunning, rawSandbox } from './raw-sandbox.js';

const onLinux = canLimitMemory ? describe : describe.skip;

onLinux('the memory of a function', () => {
  test.each([
    ['at once', { allocateMiB: 300, sleepMs: 30_000 }],
    ['step by step', { allocateMiB: 300, stepMiB: 10, sleepMs: 30_000 }],
    ['in a child', { childMiB: 300, sleepMs: 30_000 }],
    ['and answers at once', { allocateMiB: 300 }],
  ])('what holds more of it %s is ended as Lambda ends it', async (_how, event) => {
    await using raw = await rawSandbox({ memorySizeMiB: 128, timeoutMs: 40_000 });
    const first = await raw.invoke({});
    const outcome = await raw.invoke(event);
    expect(outcome).toMatchObject({
      status: 'crash',
      outOfMemory: true,
      maxMemoryUsedMiB: 128,
      body: {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${outcome.requestId} Error: Runtime exited with error: signal: killed`,
      },
    });
    expect(raw.platformLines().at(-1)).toMatch(
      /\tMemory Size: 128 MB\tMax Memory Used: 128 MB\tStatus: error\tError Type: Runtime.OutOfMemory$/,
    );
    expect(isRunning(first.body.pid)).toBe(false);
    expect(await raw.invoke({})).toMatchObject({ status: 'success', body: { count: 1 } });
  });

  test('an init that holds more of it is ended, and its retry too', async () => {
    await using raw = await rawSandbox({ memorySizeMiB: 128, environment: { PATH: '', RAW_INIT: 'allocate:300' } });
    expect(await raw.invoke({})).toMatchObject({ status: 'crash', outOfMemory: true });
    const types = raw.platformLines().map((line) => /^(\w+).*?(?:Error Type: (\S+))?$/s.exec(line)?.slice(1));
    expect(types).toEqual([
      ['INIT_REPORT', 'Runtime.OutOfMemory'],
      ['INIT_REPORT', 'Runtime.OutOfMemory'],
      ['START', undefined],
      ['END', undefined],
      ['REPORT', 'Runtime.OutOfMemory'],
    ]);
  });

  test('a daemon, which has left the process tree, counts with it', async () => {
    const pidFile = join(mkdtempSync(join(tmpdir(), 'invoke-local-test-')), 'pid');
    await using raw = await rawSandbox({ memorySizeMiB: 256, timeoutMs: 40_000 });
    const outcome = await raw.invoke({ daemon: { pidFile, holdMiB: 400 }, sleepMs: 30_000 });
    expect(outcome).toMatchObject({ status: 'crash', outOfMemory: true });
    expect(await goneSoon(Number(readFileSync(pidFile, 'utf8')))).toBe(true);
  });

  test('what is held is what counts, not the pages of programs and files', async () => {
    await using raw = await rawSandbox({ memorySizeMiB: 128 });
    expect(await raw.invoke({ allocateMiB: 100, sleepMs: 300 })).toMatchObject({ status: 'success' });
  });

  const [python] = fullSet.slice(-1);
  (python === undefined ? test.skip : test)('what forked workers share counts once', async () => {
    const workers = { command: python?.path ?? '', args: [fixture('raw-runtime', 'forking.py')] };
    await using raw = await rawSandbox({ candidates: [workers], memorySizeMiB: 256 });
    const outcome = await raw.invoke({ allocateMiB: 150, workers: 3 });
    expect(outcome).toMatchObject({ status: 'success', body: { workers: 3 } });
  });

  test('a kill from outside is not taken for it', async () => {
    await using raw = await rawSandbox({ memorySizeMiB: 128 });
    const outcome = await raw.invoke({ signal: 'SIGKILL', sleepMs: 1000 });
    expect(outcome).toMatchObject({ status: 'crash' });
    expect(outcome).not.toHaveProperty('outOfMemory');
    expect(raw.platformLines().at(-1)).toMatch(/Error Type: Runtime.ExitError$/);
  });

  test('the most that is reported is the limit', async () => {
    await using raw = await rawSandbox({ memorySizeMiB: 128 });
    expect((await raw.invoke({ allocateMiB: 100 })).maxMemoryUsedMiB).toBe(128);
  });
});
