import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { watchdogScript } from '../../src/process/watchdog.js';
import { goneSoon } from '../lambda/raw-sandbox.js';
import { repositoryRoot } from '../paths.js';
import { isAlive } from './is-alive.js';
import { endLeftovers } from './leftovers.js';

const onPosix = process.platform === 'win32' ? describe.skip : describe;
const leftovers = endLeftovers();

const prelude = `
  import { spawnGroup } from ${JSON.stringify(join(repositoryRoot, 'lib/src/process/process-group.js'))};
  import { startWatchdog, watchOver } from ${JSON.stringify(join(repositoryRoot, 'lib/src/process/watchdog.js'))};
  const sleepers = (count) => Array.from({ length: count }, () => spawnGroup('sleep', ['60'], { stdio: 'ignore' }));
  const tell = (...pids) => console.log(JSON.stringify(pids));`;

/** A process that watches over groups, and the numbers that it printed. */
async function watching(script: string): Promise<{ parent: ChildProcess; pids: number[] }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', `${prelude}\n${script}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: parent.stdout })) {
    const pids = JSON.parse(line) as number[];
    leftovers.push(...pids);
    return { parent, pids };
  }
  throw new Error('It has printed nothing');
}

/** The shells that a process has started. */
function shellsOf(parent: ChildProcess): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,pid=,stat=,command='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, ppid, pid, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isShell = Number(ppid) === parent.pid && !state?.startsWith('Z') && command?.includes('read -r line');
    return isShell ? [Number(pid)] : [];
  });
}

/** Waits for a shell that is none of those, at most ten seconds. */
async function shellSoon(parent: ChildProcess, others: readonly number[] = []): Promise<number> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    const found = shellsOf(parent).find((pid) => !others.includes(pid));
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error('There is no shell');
}

onPosix('the watchdog', () => {
  test('one shell ends hundreds of groups when the parent is killed', async () => {
    const { parent, pids } = await watching(`
      const all = sleepers(200);
      for (const each of all) watchOver(each, {});
      setTimeout(() => tell(...all.map(({ pid }) => pid)), 100);
      setTimeout(() => {}, 60_000);`);
    await shellSoon(parent);
    expect(shellsOf(parent)).toHaveLength(1);
    parent.kill('SIGKILL');
    expect(await Promise.all(pids.map(goneSoon))).toEqual(pids.map(() => true));
  });

  test('a group that was released is not touched, whenever that was', async () => {
    const { parent, pids } = await watching(`
      startWatchdog({});
      const [early, late, watched] = sleepers(3);
      watchOver(early, {}).release();
      const group = watchOver(late, {});
      watchOver(watched, {});
      group.release();
      tell(early.pid, late.pid, watched.pid);
      setTimeout(() => {}, 60_000);`);
    const shell = await shellSoon(parent);
    parent.kill('SIGKILL');
    expect(await goneSoon(pids[2] ?? 0)).toBe(true);
    expect(await goneSoon(shell)).toBe(true);
    expect(pids.slice(0, 2).map(isAlive)).toEqual([true, true]);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'a shell that gets %s is replaced by one for all groups',
    async (signal) => {
      const { parent, pids } = await watching(`
      const all = sleepers(3);
      for (const each of all) watchOver(each, {});
      tell(...all.map(({ pid }) => pid));
      setTimeout(() => {}, 60_000);`);
      const first = await shellSoon(parent);
      process.kill(first, signal);
      await shellSoon(parent, [first]);
      parent.kill('SIGKILL');
      expect(await Promise.all(pids.map(goneSoon))).toEqual([true, true, true]);
    },
  );

  test('a process that has released its groups ends by itself, and its shell with it', async () => {
    const { parent, pids } = await watching(`
      startWatchdog({});
      const [child] = sleepers(1);
      const group = watchOver(child, {});
      process.kill(-child.pid, 'SIGKILL');
      group.release();
      child.once('exit', () => tell(child.pid));`);
    expect(pids).toHaveLength(1);
    const code = parent.exitCode ?? (await new Promise((resolve) => parent.once('exit', resolve)));
    expect([code, shellsOf(parent)]).toEqual([0, []]);
  });

  const shells = ['/bin/sh', '/bin/bash', '/bin/dash', '/bin/busybox'].filter((shell) => {
    if (!existsSync(shell)) console.warn(`There is no ${shell} on this machine: the watchdog is not tried with it.`);
    return existsSync(shell);
  });
  test.each(shells)('%s as sh ends the groups of the last whole line', async (shell) => {
    const [kept, ended, other] = Array.from({ length: 3 }, () => spawn('sleep', ['60'], { detached: true }).pid ?? 0);
    leftovers.push(kept ?? 0, ended ?? 0, other ?? 0);
    const watchdog = spawn(shell, ['-c', watchdogScript], {
      argv0: 'sh',
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {},
    });
    watchdog.stdin.end(`${kept}\n\n${ended} ${other}\n${kept}`);
    await new Promise((resolve) => watchdog.once('exit', resolve));
    expect(await Promise.all([goneSoon(ended ?? 0), goneSoon(other ?? 0)])).toEqual([true, true]);
    expect(isAlive(kept ?? 0)).toBe(true);
  });
});
