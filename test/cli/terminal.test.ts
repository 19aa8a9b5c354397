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
  /** Everything that was printed, with what was drawn over, and `ESC` for the control character. */
  readonly all: string;
  /** What is left on the screen. */
  readonly screen: readonly string[];
}

function see(args: readonly string[], env: Record<string, string> = {}): Promise<Seen> {
  const command = [process.execPath, entry, '-w', fixture('cli-service'), '-d', '{}', ...args];
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
      resolve({ code, all, screen });
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
    const { all } = await see(['-f', 'text']);
    expect(all).not.toContain('ESC[K');
    expect(all).toMatch(
      /"plain"\r\nESC\[32mtext succeeded in [\d.]+ ms \(init \d+ ms, \d+ MB of 1024 MB\)ESC\[39m\r\n$/,
    );
  });

  withTerminal('NO_COLOR takes the colours, and --quiet the verdict of a success', async () => {
    expect((await see(['-f', 'fails'], { NO_COLOR: '1' })).all).toMatch(/\nerror: fails failed: RangeError/);
    expect((await see(['-f', 'fails'])).all).toContain('ESC[31merror:ESC[39m fails failed');
    expect((await see(['-f', 'text', '-q'])).all).toBe('"plain"\r\n');
  });
});
