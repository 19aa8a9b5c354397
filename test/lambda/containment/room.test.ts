import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mountSteps } from '../../../src/lambda/containment/room-layout.js';
import { repositoryRoot } from '../../paths.js';
import { goneSoon } from '../raw-sandbox.js';
import { roomSettings, runInRoom } from './errand.js';
import { roomMakers } from './users.js';

const makers = roomMakers();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync('/tmp/invoke-local-room-');
  writeFileSync(join(folder, 'code.txt'), 'code');
  mkdirSync(join(folder, 'secrets'));
  writeFileSync(join(folder, 'secrets', 'token'), 'hunter2');
  writeFileSync(join(folder, 'key'), 'hunter2');
  mkdirSync(join(folder, 'layers', 'bin'), { recursive: true });
  writeFileSync(join(folder, 'layers', 'bin', 'tool'), '#!/bin/sh\necho tool', { mode: 0o755 });
  writeFileSync(join(folder, 'script'), 'no interpreter', { mode: 0o755 });
  symlinkSync('code.txt', join(folder, 'link'));
  for (const path of ['', 'secrets', 'layers', 'layers/bin']) chmodSync(join(folder, path), 0o777);
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

test('the program that makes rooms holds to the strict rules of its language', async () => {
  const perl = spawn('perl', ['-Mstrict', '-Mwarnings', '-c', join(repositoryRoot, 'runtimes/containment/room.pl')]);
  const [code] = await new Promise<[number | null]>((resolve) => perl.once('close', (status) => resolve([status])));
  expect(code).toBe(0);
});

test.each(['/var/task', '/var/task/services/api'])('code that a machine has in %s stays there', (taskRoot) => {
  const steps = mountSteps({ taskRoot, taskAs: 'link', shown: [taskRoot], hidden: [], scratchMiB: 16 });
  expect(steps.filter(([step, , path]) => (step === 'link' || step === 'repeat') && path === '/var/task')).toEqual([]);
});

const each = describe.each(makers.map((maker) => [maker.title, maker] as const));
if (makers.length === 0) describe.skip('rooms need Linux', () => test('', () => {}));
else
  each('a room of %s', (_, maker) => {
    /** What a script prints in a room of its own. */
    const printed = (script: string, layout = {}): string =>
      runInRoom(maker, roomSettings(maker, folder, layout), [script])[0]?.printed.trim() ?? '';

    test('has the code as /var/task, which is the working folder', () => {
      expect(printed('pwd; cat code.txt; cat /var/task/link').split('\n')).toEqual(['/var/task', 'codecode']);
    });

    test('has the code at its own place too, and there too it is read-only', () => {
      const answer = printed(
        `cat ${folder}/code.txt; echo x > ${folder}/new; echo x > /var/task/new; echo x > code.txt`,
      );
      expect(answer).toMatch(/^code/);
      expect(answer.match(/Read-only file system/g)).toHaveLength(3);
    });

    test('can have the code as a link to its own place', () => {
      expect(printed('pwd -P; readlink /var/task', { taskAs: 'link' }).split('\n')).toEqual([folder, folder]);
    });

    test('has code that the machine keeps in memory, and nothing else of that', () => {
      const place = mkdtempSync('/dev/shm/invoke-local-room-');
      try {
        chmodSync(place, 0o755);
        writeFileSync(join(place, 'code.txt'), 'in memory');
        writeFileSync(`${place}-other`, '');
        const script = `cat /var/task/code.txt; echo; ls /dev/shm; echo x > ${place}/new`;
        const [answer] = runInRoom(maker, roomSettings(maker, place), [script]);
        const [text, ...names] = answer?.printed.split('\n') ?? [];
        expect([text, names]).toEqual(['in memory', expect.arrayContaining([basename(place)])]);
        expect(names).not.toContain(`${basename(place)}-other`);
        expect(answer?.printed).toMatch(/Read-only file system/);
      } finally {
        rmSync(place, { recursive: true, force: true });
        rmSync(`${place}-other`, { force: true });
      }
    });

    test('has the layers in /opt, beside what the machine has there', () => {
      const answer = printed('/opt/bin/tool; echo x > /opt/bin/new', { layerRoot: join(folder, 'layers') });
      expect(answer).toMatch(/^tool\n.*Read-only file system/);
    });

    test('has an empty /tmp of its own, as large as it should be', () => {
      const script =
        'ls -A /tmp; head -c 10m /dev/zero > /tmp/a && echo fits; head -c 10m /dev/zero > /tmp/b || echo full';
      // What the room shows of the machine's own /tmp: the function's folder, and this checkout where it is there too.
      const inTmp = [folder, repositoryRoot].filter((path) => path.startsWith('/tmp/'));
      const shown = new Set(inTmp.map((path) => path.slice('/tmp/'.length).split('/')[0]));
      expect(printed(script).split('\n')).toEqual([
        ...[...shown].sort(),
        'fits',
        expect.stringMatching(/No space left on device/),
        'full',
      ]);
    });

    test('does not have what is hidden, whether folder or file', () => {
      const hidden = [join(folder, 'secrets'), join(folder, 'key'), join(folder, 'nothing')];
      const script = `ls -A ${folder}/secrets; ls -A /var/task/; cat ${folder}/key; echo x > ${folder}/secrets/y`;
      const answer = printed(script, { hidden });
      expect(answer).not.toContain('hunter2');
      expect(answer).not.toContain('token');
      expect(answer).toMatch(/Read-only file system|Permission denied/);
    });

    test('shows what is needed below of what is hidden', () => {
      const script = `cat ${folder}/secrets/token; ls ${folder}/secrets`;
      const layout = { hidden: [join(folder, 'secrets')], shown: [folder, join(folder, 'secrets', 'token')] };
      expect(printed(script, layout).split('\n')).toEqual(['hunter2token']);
    });

    test('can have a folder that can be written to, in which the code is read-only', () => {
      const writable = join(folder, 'layers');
      const layout = { writable: [writable], taskRoot: join(writable, 'bin'), shown: [join(writable, 'bin')] };
      const answer = printed(`echo x > ${writable}/new && echo written; echo x > ${writable}/bin/new`, layout);
      expect(answer).toMatch(/^written\n.*Read-only file system/);
      rmSync(join(writable, 'new'));
    });

    test('has no privileges, and no way to any', () => {
      const script = 'grep -E "^(CapPrm|CapEff|NoNewPrivs)" /proc/self/status; id -u; unshare -U true || echo refused';
      const lines = printed(script).split('\n');
      expect(lines.slice(0, 3)).toEqual([
        expect.stringMatching(/^CapPrm:\s0+$/),
        expect.stringMatching(/^CapEff:\s0+$/),
        expect.stringMatching(/^NoNewPrivs:\s1$/),
      ]);
      expect(lines[3]).not.toBe('0');
      if (maker.mechanism === 'user-namespaces') expect(lines.at(-1)).toBe('refused');
    });

    test("can change nothing of the kernel, even where the machine is root's", () => {
      const script =
        'echo x > /proc/sys/kernel/core_pattern; echo x > /proc/sysrq-trigger; echo x > /sys/kernel/uevent_helper';
      expect(printed(script).match(/Read-only file system|Permission denied|Directory nonexistent/g)).toHaveLength(3);
    });

    test('sees no process but its own', () => {
      expect(printed('ls /proc | grep -c "^[0-9]"; cat /proc/1/environ | tr "\\0" "\\n" | grep -c =')).toMatch(
        /^[2-5]\n/,
      );
      expect(printed('kill -9 1; kill -9 -1; echo alive')).toContain('alive');
    });

    test("has Lambda's user, and that one has an account", () => {
      if (maker.mechanism === 'sudo') return;
      expect(printed('id -u; id -g; id -un; ls -ln code.txt | cut -d" " -f3').split('\n').slice(0, 3)).toEqual([
        '993',
        '990',
        'sbx_user1051',
      ]);
    });

    test('gives the program exactly its environment, and no descriptor of others', () => {
      const [env, descriptors] = printed('tr "\\0" "," < /proc/self/environ; echo; ls /proc/self/fd').split('\n', 2);
      expect(env).toMatch(/SECRET=of-the-function/);
      expect(env).not.toMatch(/HOME|JEST|SUDO/);
      expect(descriptors).toBe('0');
      const counted = printed('set -- /proc/self/fd/*; echo $#');
      expect(Number(counted)).toBeLessThanOrEqual(5);
    });

    test('tells how the program ended', () => {
      const settings = roomSettings(maker, folder);
      const ends = runInRoom(maker, settings, ['exit 3', 'kill -SEGV $$', 'kill -9 $$', 'true']).map(({ end }) => end);
      expect(ends).toEqual([
        { kind: 'exit', code: 3 },
        { kind: 'signal', signal: 'SIGSEGV' },
        { kind: 'signal', signal: 'SIGKILL' },
        { kind: 'exit', code: 0 },
      ]);
    });

    test.each([
      ['/var/task/none', 'ENOENT'],
      ['/var/task/code.txt', 'EACCES'],
      ['/var/task/script', 'ENOEXEC'],
    ])('tells that %s can not be executed', (file, code) => {
      const [answer] = runInRoom(maker, roomSettings(maker, folder), [''], { files: [file] });
      expect(answer).toEqual({ printed: '', end: { kind: 'refused', code } });
    });

    test('tells why it could not be made', () => {
      const [answer] = runInRoom(maker, roomSettings(maker, join(folder, 'absent')), ['true']);
      expect(answer?.end).toEqual({ kind: 'failed', reason: expect.stringContaining('/var/task') });
    });

    test('tells why it could not be made to each of the programs that share it', () => {
      const settings = roomSettings(maker, join(folder, 'absent'));
      const failed = { kind: 'failed', reason: expect.stringContaining('/var/task') };
      const ends = runInRoom(maker, settings, ['true', 'true'], { isShared: true }).map(({ end }) => end);
      expect(ends).toEqual([failed, failed]);
    });

    test('is shared by several programs, whose processes go on until it ends', () => {
      const scripts = [
        'echo one > /tmp/a; setsid sleep 60 > /dev/null 2>&1 &',
        // It is started beside the first one: it waits until that has done its part.
        'for _ in $(seq 100); do ps -eo args | grep -qx "sleep 60" && break; sleep 0.1; done; cat /tmp/a; ps -eo args | grep -cx "sleep 60"',
      ];
      const answers = runInRoom(maker, roomSettings(maker, folder), scripts, { isShared: true });
      expect(answers[1]).toEqual({ printed: 'one\n1\n', end: { kind: 'exit', code: 0 } });
    });

    test('is entered only once it is made', () => {
      for (let round = 0; round < 5; round++) {
        const [answer] = runInRoom(maker, roomSettings(maker, folder), ['pwd; cat code.txt'], { isShared: true });
        expect(answer).toEqual({ printed: '/var/task\ncode', end: { kind: 'exit', code: 0 } });
      }
    });

    test('ends with its program, and with it what has left the process tree', async () => {
      const script = 'setsid env -i sh -c "sleep 7777 & sleep 7777" > /dev/null 2>&1 & sleep 0.3; exit 0';
      runInRoom(maker, roomSettings(maker, folder), [script]);
      expect(await sleepers('7777')).toEqual([]);
    });

    test.each([false, true])(
      'may have a network of its own, which leads to us alone (shared: %s)',
      async (isShared) => {
        await using elsewhere = await listening();
        // A port that the machine has in use is free in the room.
        const ours = [elsewhere.port, elsewhere.port === 9_999 ? 9_998 : 9_999];
        const connect = (host: string, port: number): string =>
          `(exec 3<>/dev/tcp/${host}/${port} && cat <&3) 2>&1 | tail -n 1 | sed "s/.*: //"`;
        const hosts = ours.map((port) => ['127.0.0.1', port] as const);
        const script = [...hosts, ['127.0.0.1', 1], ['192.0.2.1', 80], ['2001:db8::1', 80]]
          .map(([host, port]) => connect(String(host), Number(port)))
          .join('; echo; ');
        const answer = (): string[] =>
          runInRoom(maker, roomSettings(maker, folder), ['', ''], {
            isShared,
            ports: ours,
            files: ['/bin/bash', '-c', `${script}; set -- /proc/self/fd/*; echo $#`],
          }).map(({ printed: text }) => text);
        for (const text of answer()) {
          const [first, second, refused, outside, ...rest] = text.split(/\n+/);
          expect([first, second]).toEqual(ours.map((port) => `port ${port}`));
          expect([refused, outside]).toEqual(['Connection refused', 'Network is unreachable']);
          expect(rest.slice(0, 1)).toEqual(['Network is unreachable']);
          // The three that each program has, and that of the listing.
          expect(Number(rest[1])).toBeLessThanOrEqual(5);
        }
        expect(elsewhere.connections()).toBe(0);
      },
    );

    test('has nothing that listens where its network leads nowhere', async () => {
      await using elsewhere = await listening();
      const script = `(exec 3<>/dev/tcp/127.0.0.1/${elsewhere.port}) 2>&1 | tail -n 1 | sed "s/.*: //"`;
      const files = ['/bin/bash', '-c', script];
      const [answer] = runInRoom(maker, roomSettings(maker, folder), [''], { ports: [], files });
      expect(answer?.printed.trim()).toBe('Connection refused');
      const [open] = runInRoom(maker, roomSettings(maker, folder), [''], { files });
      expect(open?.printed.trim()).toBe('');
    });

    test('ends when the process that made it is killed', async () => {
      const settings = roomSettings(maker, folder);
      const errand = JSON.stringify({ settings, scripts: ['setsid sleep 8888 & sleep 8888'], isShared: false });
      const driver = join(repositoryRoot, 'lib', 'test', 'lambda', 'containment', 'in-room.js');
      const [command = '', ...args] = [...maker.prefix, process.execPath, driver, errand];
      const child = spawn(command, args, { stdio: 'ignore', cwd: '/' });
      for (let waitedMs = 0; waitedMs < 40_000 && (await sleepers('8888')).length < 2; waitedMs += 50) await sleep(50);
      const pids = await sleepers('8888');
      expect(pids).toHaveLength(2);
      child.kill('SIGKILL');
      for (const pid of pids) expect(await goneSoon(pid)).toBe(true);
    });
  });

/** A server of the machine, on its loopback. */
async function listening() {
  let count = 0;
  const server = createServer((socket) => {
    count++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The processes that sleep for so many seconds. */
async function sleepers(seconds: string): Promise<number[]> {
  const { readdir } = await import('node:fs/promises');
  return (await readdir('/proc'))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `sleep\0${seconds}\0`;
      } catch {
        return false;
      }
    });
}
