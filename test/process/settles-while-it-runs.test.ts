import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { deferred } from '../../src/process/deferred.js';
import { type RunState, runState, settlesWhileItRuns } from '../../src/process/settles-while-it-runs.js';

const never = new Promise(() => {});

/** Looks that find one state after the other. */
function looks(...states: (RunState | undefined)[]) {
  const found: (RunState | undefined)[] = [];
  return {
    found,
    look: () => {
      found.push(states[found.length]);
      return found.at(-1);
    },
  };
}

const waiting = (processorMs: number): RunState => ({ isRunnable: true, processorMs });

test('what comes in time is not looked for', async () => {
  const { found, look } = looks();
  expect(await settlesWhileItRuns(sleep(1), 60_000, look)).toBe(true);
  expect(found).toEqual([]);
});

test('a process that does not want a processor is late when the time is up', async () => {
  const { found, look } = looks({ isRunnable: false, processorMs: 0 });
  expect(await settlesWhileItRuns(never, 1, look)).toBe(false);
  expect(found).toHaveLength(1);
});

test('a process that is not known is late when the time is up', async () => {
  expect(await settlesWhileItRuns(never, 1, looks(undefined).look)).toBe(false);
});

test('a process that waits for a processor is waited for again', async () => {
  const { found, look } = looks(waiting(0), waiting(0), waiting(4));
  const late = deferred<void>();
  const isInTime = settlesWhileItRuns(late.promise, 5, () => {
    const state = look();
    if (found.length === 3) late.resolve(undefined);
    return state;
  });
  expect(await isInTime).toBe(true);
});

test('a process that has had the time of a processor is late', async () => {
  const { found, look } = looks(waiting(30), waiting(34), waiting(35));
  expect(await settlesWhileItRuns(never, 5, look)).toBe(false);
  expect(found).toHaveLength(3);
});

test('a process that never gets a processor is given up', async () => {
  expect(await settlesWhileItRuns(never, 1, () => waiting(0))).toBe(false);
});

(process.platform === 'linux' ? test : test.skip)(
  'Linux tells of a process what it does, and what it has had',
  async () => {
    const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
    const idle = spawn('sleep', ['1000'], { stdio: 'ignore' });
    try {
      await Promise.all([once(busy, 'spawn'), once(idle, 'spawn')]);
      while ((runState(busy.pid)?.processorMs ?? 0) < 200) await sleep(10);
      expect(runState(busy.pid)?.isRunnable).toBe(true);
      while (runState(idle.pid)?.isRunnable !== false) await sleep(10);
      expect(runState(idle.pid)?.processorMs).toBeLessThan(200);
    } finally {
      for (const child of [busy, idle]) child.kill('SIGKILL');
      await Promise.all([once(busy, 'exit'), once(idle, 'exit')]);
    }
    expect(runState(busy.pid)).toBeUndefined();
    expect(runState(undefined)).toBeUndefined();
  },
);
