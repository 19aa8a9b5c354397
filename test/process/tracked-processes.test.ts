import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnGroup } from '../../src/process/process-group.js';
import { trackProcesses } from '../../src/process/tracked-processes.js';

const platform = process.platform;
const children: ChildProcess[] = [];
const sleeper = ['-e', 'setTimeout(() => {}, 20_000)'];

function started(child: ChildProcess): ChildProcess {
  children.push(child);
  return child;
}

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

(platform === 'win32' ? describe.skip : describe)(
  'processes that are tracked where the system shows no environment',
  () => {
    test('are ended, and our own groups that were started meanwhile are not', async () => {
      Object.defineProperty(process, 'platform', { value: 'darwin' });
      const tracked = await trackProcesses();
      const own = started(spawnGroup(process.execPath, sleeper, { stdio: 'ignore' }));
      const other = started(spawn(process.execPath, sleeper, { stdio: 'ignore' }));
      const ended = once(other, 'exit');
      await tracked.end();
      await ended;
      expect([own.exitCode, own.signalCode]).toEqual([null, null]);
    });

    test('are tracked one after the other', async () => {
      Object.defineProperty(process, 'platform', { value: 'darwin' });
      const first = await trackProcesses();
      let isSecond = false;
      const second = trackProcesses().then((tracked) => {
        isSecond = true;
        return tracked;
      });
      started(spawn(process.execPath, sleeper, { stdio: 'ignore' }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(isSecond).toBe(false);
      await first.end();
      await (await second).end();
      expect(isSecond).toBe(true);
    });
  },
);
