import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { processesWith } from '../../src/process/process-tree.js';
import { Strays } from '../../src/process/strays.js';
import { goneSoon } from '../lambda/raw-sandbox.js';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A shell that tells the number of a process as soon as it has been forked for a program, with a variable that marks both. */
async function forked(mark: string): Promise<number> {
  const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
    env: { PATH: process.env['PATH'], FORK_MARK: mark },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(shell);
  const [chunk] = (await once(shell.stdout, 'data')) as [Buffer];
  return Number(chunk.toString());
}

(process.platform === 'linux' ? describe : describe.skip)('a process whose program is just being loaded', () => {
  test('is found by what it is started with', async () => {
    for (let round = 0; round < 40; round++) {
      const pid = await forked(`all-${process.pid}-${round}`);
      expect(await processesWith('FORK_MARK', `all-${process.pid}-${round}`)).toContain(pid);
      process.kill(pid, 'SIGKILL');
      children.pop()?.kill('SIGKILL');
    }
  });

  test('is a stray like any other', async () => {
    for (let round = 0; round < 40; round++) {
      const mark = `stray-${process.pid}-${round}`;
      const pid = await forked(mark);
      new Strays([`FORK_MARK=${mark}`]).kill();
      expect(await goneSoon(pid)).toBe(true);
      children.pop();
    }
  });
});
