import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { fixture, repositoryRoot } from '../paths.js';
import { entry } from './command.js';

/** Runs the arguments in a terminal of its own, and passes on all that is printed on it. */
const inTerminal = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    os.write(1, data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const python = ['python3', '/usr/bin/python3'].find(
  (command) =>
    spawnSync(command, ['-c', 'import os, pty; os.waitstatus_to_exitcode'], { timeout: 20_000 }).status === 0,
);
if (python === undefined)
  console.warn('The tests in a terminal are skipped: there is no Python from 3.9 on with the module pty.');
const withTerminal = python === undefined ? test.skip : test;

interface Seen {
  readonly code: number | null;
  /** How long it took, in ms. */
  readonly tookMs: number;
  /** Everything that was printed, with what was drawn over, and `ESC` for the control character. */
  readonly all: string;
  /** What is left on the screen. */
  readonly screen: readonly string[];
}

function see(args: readonly string[], env: Record<string, string> = {}): Promise<Seen> {
  const command = [process.execPath, entry, '-w', fixture('cli-service'), '-d', '{}', ...args];
  const startedMs = performance.now();
  const child = spawn(python ?? '', ['-c', inTerminal, ...command], {
    env: { PATH: process.env['PATH'] ?? '', HOME: repositoryRoot, TERM: 'xterm', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let all = '';
  child.stdout.on('data', (chunk: Buffer) => {
    all += chunk.toString().replaceAll('\u001b', 'ESC');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      const screen = all.split('\r\n').map((line) => line.slice(line.lastIndexOf('\rESC[K') + 1).replace('ESC[K', ''));
      resolve({ code, tookMs: performance.now() - startedMs, all, screen });
    });
  });
}

describe('in a terminal', () => {
  withTerminal(
    'a function that takes longer than a second has a line of progress, of which nothing is left',
    async () => {
      const { all, screen, code } = await see(['-f', 'chatters']);
      expect(all).toMatch(/\rESC\[K\S chatters \d\.\d s, \d\.\d s left of 10 s/);
      expect(screen.join('\n')).not.toMatch(/left of|ESC\[K/);
      expect(screen.filter((line) => line.startsWith('line '))).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
      expect(code).toBe(0);
    },
  );

  withTerminal('a quick one has none, and a green verdict in the end', async () => {
    const { all, tookMs } = await see(['-f', 'text']);
    // On a busy machine it may not be a quick one.
    expect(all.includes('ESC[K') && tookMs < 1_000).toBe(false);
    expect(all).toMatch(
      /"plain"\r\nESC\[32mtext succeeded in [\d.]+ ms \(init \d+ ms, \d+ MB of 1024 MB\)ESC\[39m\r\n$/,
    );
  });

  withTerminal('the lines of the platform are faint, on lines of their own, and INIT_START is not there', async () => {
    const { all, screen } = await see(['-f', 'text']);
    expect(all).not.toContain('INIT_START');
    for (const name of ['START', 'END', 'REPORT']) {
      expect(screen.filter((line) => line.startsWith(`ESC[2m${name} RequestId: `))).toEqual([
        expect.stringMatching(/ESC\[22m$/),
      ]);
    }
    expect((await see(['-f', 'json'])).all).not.toContain('initStart');
  });

  withTerminal('the cause of a failure is what is read last, after hints and traces', async () => {
    const { screen } = await see(['-f', 'fails']);
    const end = screen.filter((line) => line !== '').at(-1);
    expect(end).toMatch(/^ESC\[31merror:ESC\[39m fails failed: RangeError: .*\(.*:\d+:\d+\)$/);
    const hinted = await see(['-f', 'misses', '--verbose']);
    expect(hinted.all).toMatch(/"errorType"[\s\S]*warning:[\s\S]* is neither installed nor in a package\.json/);
    expect(hinted.screen.filter((line) => line !== '').at(-1)).toMatch(/^ESC\[31merror:ESC\[39m misses failed: /);
  });

  withTerminal.each([
    [{ NO_COLOR: '1' }, false],
    [{ TERM: 'dumb' }, false],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '3' }, true],
  ])('colours are there as %j says, and INIT_START is left out all the same', async (env, hasColour) => {
    const { all } = await see(['-f', 'text'], env);
    expect(all.includes('ESC[2mSTART')).toBe(hasColour);
    expect(all.includes('ESC[32mtext succeeded')).toBe(hasColour);
    expect(all).toMatch(/START RequestId/);
    expect(all).not.toContain('INIT_START');
  });

  withTerminal('NO_COLOR takes the colours, and --quiet the verdict of a success', async () => {
    expect((await see(['-f', 'fails'], { NO_COLOR: '1' })).all).toMatch(/\nerror: fails failed: RangeError/);
    expect((await see(['-f', 'fails'])).all).toContain('ESC[31merror:ESC[39m fails failed');
    expect((await see(['-f', 'text', '-q'])).all).toBe('"plain"\r\n');
  });
});
