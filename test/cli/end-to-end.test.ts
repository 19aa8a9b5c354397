import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { fixture } from '../paths.js';
import { isAlive } from '../process/is-alive.js';
import { ended, entry, run, start } from './command.js';

const posix = process.platform === 'win32' ? test.skip : test;

describe('standard output', () => {
  test('carries the response, indented, and nothing else', async () => {
    const { code, stdout } = await run(['-f', 'echo', '-d', '{"id":12345678901234567890,"price":1.10,"a":[]}']);
    expect(stdout.toString()).toBe('{\n  "id": 12345678901234567000,\n  "price": 1.1,\n  "a": []\n}\n');
    expect(code).toBe(0);
  });

  test('carries the error object when the function fails, and standard error a verdict with the place', async () => {
    const { code, stdout, stderr } = await run(['-f', 'fails', '-d', '{}']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout.toString())).toMatchObject({ errorType: 'RangeError', errorMessage: 'no such order' });
    expect(stdout.toString()).toMatch(/^\{\n {2}"errorType"/);
    expect(stderr.toString()).toMatch(/\nerror: fails failed: RangeError: no such order \(.*handler\.js:\d+:\d+\)\n/);
  });

  test('carries 5 MB of multi-byte text whole into a slow pipe', async () => {
    const child = start(['-f', 'large', '-d', '{}', '-q']);
    child.stdout?.pause();
    setTimeout(() => child.stdout?.resume(), 1_500);
    const { code, stdout } = await ended(child);
    expect(code).toBe(0);
    expect(JSON.parse(stdout.toString())).toBe('é😀'.repeat(700_000));
  });

  posix('may be closed by its reader without a stack trace', async () => {
    const command = `'${process.execPath}' '${entry}' -w '${fixture('cli-service')}' -f large -d '{}' -q | head -c 1`;
    const { stdout, stderr } = await ended(spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] }));
    expect(stdout.toString()).toBe('"');
    expect(stderr.toString()).not.toMatch(/EPIPE|\n {4}at /);
  });
});

describe('standard error', () => {
  test("carries the platform's lines, each on a line of its own", async () => {
    const { stderr } = await run(['-f', 'unfinishedLine', '-d', '{}']);
    expect(stderr.toString()).toMatch(/START RequestId: .*\n/);
    expect(stderr.toString()).toMatch(/no newline\nEND RequestId: .*\nREPORT RequestId: /);
  });

  test("carries the handler's output byte for byte, and with --quiet nothing of the platform's", async () => {
    const { stderr } = await run(['-f', 'bytes', '-d', '{}', '--quiet']);
    expect([...stderr].sort()).toEqual(expect.arrayContaining([0xff, 0x00, 0xc3, 0xa9]));
    expect(stderr.toString()).not.toMatch(/START|REPORT/);
  });

  test.each(['--verbose', '--debug', '--debug=*'])(
    'says with %s what was resolved, and no value of a variable',
    async (flag) => {
      const { stderr, code } = await run(['-f', 'text', '-d', '{}', '-e', 'GIVEN=a-value', flag]);
      expect(code).toBe(0);
      expect(stderr.toString()).toMatch(/^debug: handler {2,}handler\.text \(.*serverless\.yml:\d+:\d+\)$/m);
      expect(stderr.toString()).toMatch(/^debug: variables of the caller: GIVEN$/m);
      expect(stderr.toString()).toMatch(/^debug: phases: configuration, .* handler \d+ ms, the rest \d+ ms\n$/m);
      expect(stderr.toString()).not.toContain('a-value');
    },
  );

  test('names the flags that mean nothing here, and not with --quiet', async () => {
    const { stderr } = await run(['-f', 'text', '-d', '{}', '--docker']);
    expect(stderr.toString()).toContain('notice: The flag --docker has no meaning here.');
    expect((await run(['-f', 'text', '-d', '{}', '--docker', '-q'])).stderr.toString()).not.toContain('--docker');
  });
});

describe('exit codes', () => {
  test.each([
    [0, ['-f', 'text', '-d', '{}']],
    [1, ['-f', 'fails', '-d', '{}']],
    [1, ['-f', 'exits', '-d', '{}']],
    [1, ['-f', 'slow', '-d', '{}']],
    [2, ['-f', 'nothere', '-d', '{}']],
    [2, ['-d', '{}']],
    [2, ['-f', 'text', '-p', 'none.json']],
    [2, ['-f', 'text', '-d', '{}', '-c', 'none.yml']],
    [2, ['-f', 'text', '-d', '{}', '--context', '{bad']],
    [2, ['-f', 'text', '-d', '{}', '-w', 'handler.js']],
    [2, ['-f', 'text', '-d', '{}', '-e', 'A']],
    [2, ['--no-such-flag']],
    [0, ['--help']],
    [0, ['--version']],
  ])('%d after %j', async (expected, args) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(expected);
    if (expected !== 2) return;
    expect(stdout).toHaveLength(0);
    expect(stderr.toString()).toMatch(/^error: /m);
    expect(stderr.toString()).not.toMatch(/^\s+at .*\.js:\d+/m);
  });

  posix.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('after %s it is %d, when the whole process group of the handler is gone', async (signal, expected) => {
    const pids = join(await mkdtemp(join(tmpdir(), 'cli-')), 'pids');
    const child = start(['-f', 'waits', '-d', '{}', '-e', `PIDS=${pids}`, '--isolate', 'false']);
    const running = ended(child);
    while (child.exitCode === null && !(existsSync(pids) && readFileSync(pids, 'utf8') !== '')) await delay(20);
    child.kill(signal);
    const { code, stderr } = await running;
    expect(code).toBe(expected);
    expect(stderr.toString()).not.toMatch(/^\s+at /m);
    expect(readFileSync(pids, 'utf8').split(' ').map(Number).map(isAlive)).toEqual([false, false]);
  });
});

describe('standard input', () => {
  test('gives the event where neither data nor path does', async () => {
    const child = start(['-f', 'echo'], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin?.end('{"from":"a pipe"}\n');
    expect((await ended(child)).stdout.toString()).toBe('{\n  "from": "a pipe"\n}\n');
  });

  test('gives the event from a file', async () => {
    const file = openSync(fixture('event-files', 'events', 'context.json'), 'r');
    const { stdout } = await run(['-f', 'echo'], { stdio: [file, 'pipe', 'pipe'] });
    closeSync(file);
    expect(JSON.parse(stdout.toString())).toHaveProperty('clientContext');
  });

  test('that is empty is the empty event', async () => {
    expect((await run(['-f', 'echo'])).stdout.toString()).toBe('{}\n');
  });

  test('that is open and silent ends the command with 2 and what to pass instead', async () => {
    const child = start(['-f', 'echo', '--stdin-timeout', '0.5'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const { code, stdout, stderr } = await ended(child);
    child.stdin?.destroy();
    expect(code).toBe(2);
    expect(stdout).toHaveLength(0);
    expect(stderr.toString()).toContain('nothing came for 0.5 s');
    expect(stderr.toString()).toContain('--data');
  });

  test('that stays open does not hold the command when the event comes from elsewhere', async () => {
    const child = start(['-f', 'text', '-d', '{}'], { stdio: ['pipe', 'pipe', 'pipe'] });
    expect((await ended(child)).code).toBe(0);
    child.stdin?.destroy();
  });
});

describe('what the flags reach', () => {
  test('--env, --opt, --param and --stage', async () => {
    const args = ['-e', 'FROM_FLAG=a=b', '--opt', 'greeting=hi', '--param', 'color=red', '-s', 'prod'];
    const { stdout } = await run(['-f', 'environment', '-d', '{}', ...args], { env: { FROM_SHELL: 'shell' } });
    expect(JSON.parse(stdout.toString())).toEqual({ fromService: 'hi red prod', fromFlag: 'a=b', fromShell: 'shell' });
  });

  test('--no-inherit-env', async () => {
    const { stdout } = await run(['-f', 'environment', '-d', '{}', '--no-inherit-env'], {
      env: { FROM_SHELL: 'shell' },
    });
    expect(JSON.parse(stdout.toString())).not.toHaveProperty('fromShell');
  });
});
