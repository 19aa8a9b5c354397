import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { settlesWithin } from '../../src/process/settles-within.js';

/** Keeps this process from doing anything else until something is so, and so long at least. */
function occupy(ms: number, until: () => boolean = () => true): void {
  for (const startedMs = performance.now(); performance.now() - startedMs < ms || !until(); );
}

test('a promise is fulfilled in time, or it is not', async () => {
  expect(await settlesWithin(sleep(1), 60_000)).toBe(true);
  expect(await settlesWithin(new Promise(() => {}), 30)).toBe(false);
  expect(await settlesWithin(new Promise(() => {}), 0)).toBe(false);
});

test('a promise that is rejected tells its error', async () => {
  await expect(settlesWithin(Promise.reject(new Error('its own')), 1_000)).rejects.toThrow('its own');
});

(process.platform === 'linux' ? test : test.skip)(
  'what has happened while this process did not run is in time',
  async () => {
    const child = spawn('true', { stdio: 'ignore' });
    const ended = once(child, 'exit');
    const isInTime = settlesWithin(ended, 20);
    occupy(100, () => readFileSync(`/proc/${child.pid}/stat`, 'utf8').includes(') Z '));
    expect(await isInTime).toBe(true);
  },
);

test('the time in which this process did not run is counted as a part of the limit', async () => {
  const work = sleep(1).then(async () => {
    for (let turns = 0; turns < 5; turns++) await turn();
  });
  const isInTime = settlesWithin(work, 1_000);
  occupy(1_500);
  expect(await isInTime).toBe(true);
});
