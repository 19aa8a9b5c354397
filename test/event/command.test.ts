import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readEvent } from '../../src/event/read-event.js';
import { isAlive } from '../process/is-alive.js';
import { eventTools, failureOf } from './event-tools.js';

async function run(command: string, tools = eventTools(), raw = false): Promise<string> {
  return (await readEvent({ raw, command }, tools)).payload().toString();
}

/** The pids that a command wrote down, one a line. */
function pidsIn(file: string): number[] {
  return readFileSync(file, 'utf8').trim().split('\n').map(Number);
}

async function pidFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'command-')), 'pids');
}

describe('command', () => {
  test.each([
    [`echo '{"id":12345678901234567890}'`, '{"id":12345678901234567890}\n'],
    ['echo hello', '"hello"'],
    ['true', '{}'],
    ['basename "$PWD"; echo to stderr >&2', '"event-files"'],
    ['echo "$STAGE:$HOME"', '"dev:"'],
    ['cat', '{}'],
    ['cat events/bom.json | tr a-z A-Z', '"{\\"BOM\\":TRUE}"'],
  ])('%s gives its standard output', async (command, expected) => {
    expect(await run(command)).toBe(expected);
  });

  test('gives a string, exactly as it was printed, with raw', async () => {
    expect(await run('echo 1', eventTools(), true)).toBe('"1\\n"');
  });

  test('gives 5 MB whole', async () => {
    expect(await run(`printf '"'; head -c 5000000 /dev/zero | tr '\\0' x; printf '"'`)).toHaveLength(5_000_002);
  });

  test.each([
    ['echo something; echo went wrong >&2; exit 3', /^The event's command ended with exit code 3\. It printed:\n/],
    ['false | cat', /^The event's command ended with exit code 1, and printed nothing\.$/],
    ['no-such-program-anywhere', /exit code 127\. It printed:\n.*no-such-program-anywhere: command not found/],
  ])('%s is an error that shows what it printed', async (command, expected) => {
    expect((await failureOf(run(command))).message).toMatch(expected);
  });

  test('shows head and tail of much output when it fails', async () => {
    const error = await failureOf(run('echo first; head -c 1000000 /dev/zero | tr "\\0" "."; echo; echo last; exit 1'));
    expect(error.message).toMatch(/It printed:\nfirst\n\.+\n… 99\d+ bytes left out …\n\.+\nlast$/);
  });

  test('is ended when it prints more than Lambda takes', async () => {
    const error = await failureOf(run('yes'));
    expect(error.message).toContain('limit 6291456 bytes');
  });

  test('is ended with everything that it started at its time limit, also what ignores SIGTERM', async () => {
    const pids = await pidFile();
    const started = performance.now();
    const error = await failureOf(
      run(
        `trap '' TERM; echo $$ >> ${pids}; sleep 100 & echo $! >> ${pids}; echo started; wait; sleep 100; sleep 100`,
        eventTools({ commandTimeoutMs: 3_000 }),
      ),
    );
    expect(error.message).toBe("The event's command did not end within 3 s. It printed:\nstarted");
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const pid of pidsIn(pids)) expect(isAlive(pid)).toBe(false);
  });

  test('leaves nothing behind when it succeeds, and does not wait for it', async () => {
    const pids = await pidFile();
    const started = performance.now();
    expect(await run(`sleep 100 & echo $! > ${pids}; echo 1`)).toBe('1\n');
    expect(performance.now() - started).toBeLessThan(30_000);
    if (process.platform === 'linux') expect(pidsIn(pids).map(isAlive)).toEqual([false]);
  });

  test('is ended with its children when the signal is aborted', async () => {
    const pids = await pidFile();
    const controller = new AbortController();
    const begun = setInterval(() => {
      if (!existsSync(pids) || !readFileSync(pids, 'utf8').endsWith('\n')) return;
      clearInterval(begun);
      controller.abort(new Error('cancelled'));
    }, 20);
    const running = run(`sleep 100 & echo $! > ${pids}; wait`, eventTools({ signal: controller.signal }));
    await expect(running).rejects.toThrow('cancelled');
    expect(pidsIn(pids).map(isAlive)).toEqual([false]);
  });
});
