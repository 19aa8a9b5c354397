import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { endGroup, endLimitMs } from '../../src/process/end-group.js';
import { spawnGroup } from '../../src/process/process-group.js';
import type { TreeTools } from '../../src/process/windows-tree.js';
import { goneSoon } from '../lambda/raw-sandbox.js';
import { repositoryRoot } from '../paths.js';
import { asRoot } from './as-root.js';
import { isAlive } from './is-alive.js';
import { endLeftovers } from './leftovers.js';

const onPosix = process.platform === 'win32' ? describe.skip : describe;
const linuxOnly = process.platform === 'linux' ? test : test.skip;
const leftovers = endLeftovers();

/** A program whose child sleeps, and the child's process id. */
async function parentAndChild(start: (file: string) => ChildProcess) {
  const file = join(mkdtempSync(join(tmpdir(), 'end-')), 'pid');
  const parent = start(file);
  let child = Number.NaN;
  for (let attempt = 0; !(child > 0) && attempt < 4000; attempt++) {
    await delay(10);
    child = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  }
  leftovers.push(child);
  if (parent.pid !== undefined) leftovers.push(parent.pid);
  return { parent, child };
}

const sleepers = (file: string) => `sleep 60 & echo $! > ${file}; wait`;

onPosix('the end of a process group', () => {
  test('takes all of its members', async () => {
    const { parent, child } = await parentAndChild((file) =>
      spawnGroup('sh', ['-c', sleepers(file)], { stdio: 'ignore' }),
    );
    expect(await endGroup(parent)).toEqual([]);
    expect([isAlive(parent.pid ?? 0), isAlive(child)]).toEqual([false, false]);
  });

  linuxOnly('does not wait for a zombie whose parent has left the group', async () => {
    const script = `
import os, sys, time
if os.fork(): time.sleep(60)
zombie = os.fork()
if not zombie: os._exit(0)
os.setsid()
open(sys.argv[1], 'w').write(str(os.getpid()))
time.sleep(60)`;
    const { parent, child } = await parentAndChild((file) =>
      spawnGroup('python3', ['-c', script, file], { stdio: 'ignore' }),
    );
    const startedMs = performance.now();
    expect(await endGroup(parent)).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(endLimitMs);
    expect(isAlive(child)).toBe(true);
  });

  const root = asRoot();
  if ('unavailable' in root) console.warn(`A process that can't be ended is not tried: ${root.unavailable}.`);
  ('unavailable' in root ? test.skip : test).each(['leader', 'member'])(
    'does not wait for a %s that this user may not end, and says which it is',
    async (role) => {
      const prefix = 'unavailable' in root ? [] : root;
      const driver = [process.execPath, join(repositoryRoot, 'lib', 'test', 'process', 'end-in-child.js'), role];
      const [command = '', ...args] = [...prefix, ...driver];
      const { stdout } = await promisify(execFile)(command, args, { timeout: 50_000 });
      const { leader, left, ms } = JSON.parse(stdout);
      leftovers.push(...left.map(({ pid }: { pid: number }) => pid));
      expect(left).toEqual([{ pid: expect.any(Number), name: 'sleep', why: 'runs as root' }]);
      expect(left[0].pid === leader).toBe(role === 'leader');
      expect(ms).toBeGreaterThan(endLimitMs * 0.9);
      expect(ms).toBeLessThan(endLimitMs * 10);
    },
  );
});

/** Programs as Windows has them, as scripts in a shell. */
function tools(taskkill: string, ...listings: string[]): TreeTools {
  const folder = mkdtempSync(join(tmpdir(), 'tools-'));
  const script = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const command = taskkill === 'missing' ? join(folder, 'nothing') : script('taskkill', taskkill);
  return {
    taskkill: (pid) => ({ command, args: ['/pid', String(pid)] }),
    listings: listings.map((text, index) => ({ command: script(`list-${index}`, text), args: [] })),
  };
}

onPosix('the end of a process tree, where there are no groups', () => {
  /** As on Windows, a list names the parent of a process also where that has ended. */
  const list = 'echo " ParentProcessId  ProcessId"; echo "4 11"; echo "PARENT  CHILD"';
  const start = () => parentAndChild((file) => spawn('sh', ['-c', sleepers(file)], { stdio: 'ignore' }));
  const toolsFor = (parent: ChildProcess, child: number, taskkill: string, ...listings: string[]) =>
    tools(
      taskkill,
      ...listings.map((text) => text.replaceAll('PARENT', String(parent.pid)).replaceAll('CHILD', String(child))),
    );

  test.each([
    ['taskkill ends it', 'pkill -9 -P "$2"; kill -9 "$2"', []],
    ['taskkill fails', 'exit 1', [list]],
    ['taskkill is not there', 'missing', [list]],
    ['taskkill hangs', 'exec sleep 60', [list]],
    ['the first list is empty', 'exit 1', ['exit 0', list]],
    ['the first list fails', 'exit 1', ['echo 1 2; exit 1', list]],
    ['the list is UTF-16', 'exit 1', [`(${list}) | iconv -t UTF-16LE`]],
  ])('is whole where %s', async (_, taskkill, listings) => {
    const { parent, child } = await start();
    const startedMs = performance.now();
    const ending = { hasGroups: false, tools: toolsFor(parent, child, taskkill, ...listings) };
    expect(await endGroup(parent, ending)).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(30_000);
    expect([await goneSoon(parent.pid ?? 0), await goneSoon(child)]).toEqual([true, true]);
  });

  test('is that of the process alone where nothing tells what descends from it', async () => {
    const { parent, child } = await start();
    expect(await endGroup(parent, { hasGroups: false, tools: tools('exit 5') })).toEqual([]);
    expect([isAlive(parent.pid ?? 0), isAlive(child)]).toEqual([false, true]);
  });

  test.each([
    ['ends what a process has left that ended by itself', list, false],
    ['spares the children of a later process with the same number', `${list}; echo "1 PARENT"`, true],
  ])('%s', async (_, listing, survives) => {
    const { parent, child } = await start();
    const called = join(mkdtempSync(join(tmpdir(), 'called-')), 'taskkill');
    const ended = once(parent, 'exit');
    parent.kill('SIGKILL');
    await ended;
    const ending = { hasGroups: false, tools: toolsFor(parent, child, `touch '${called}'`, listing) };
    expect(await endGroup(parent, ending)).toEqual([]);
    if (survives) expect(isAlive(child)).toBe(true);
    else expect(await goneSoon(child)).toBe(true);
    expect(existsSync(called)).toBe(false);
  });
});
