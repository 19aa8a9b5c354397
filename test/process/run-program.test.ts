import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type ProgramRun, runProgram } from '../../src/process/run-program.js';

const node = (script: string, run: Partial<ProgramRun> = {}) =>
  runProgram({ command: process.execPath, args: ['-e', script], limitMs: 20_000, ...run });

async function timed<Result>(work: Promise<Result>): Promise<{ end: Result; ms: number }> {
  const startedMs = performance.now();
  const end = await work;
  return { end, ms: performance.now() - startedMs };
}

test('a program gives what it prints, and its exit code', async () => {
  expect(await node('console.log("out"); console.error("err"); process.exitCode = 3')).toEqual({
    kind: 'exit',
    code: 3,
    stdout: 'out\n',
    stderr: 'err\n',
    pid: expect.any(Number),
  });
});

test('a program that is not there is told from one that fails', async () => {
  const command = join(mkdtempSync(join(tmpdir(), 'none-')), 'nothing');
  expect(await runProgram({ command, args: [], limitMs: 1_000 })).toMatchObject({
    kind: 'not-started',
    error: { code: 'ENOENT' },
  });
});

test('a program that hangs is waited for no longer than its limit', async () => {
  const { end, ms } = await timed(node('for (;;);', { limitMs: 300 }));
  expect(end).toEqual({ kind: 'expired' });
  expect(ms).toBeLessThan(20_000);
});

test('a process that holds the pipes of a program open is waited for no longer than its limit', async () => {
  const holder = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'inherit', detached: true }).unref()`;
  const { end, ms } = await timed(node(holder, { limitMs: 2_000 }));
  expect(end).toEqual({ kind: 'expired' });
  expect(ms).toBeLessThan(50_000);
});

test('a program that does not end when it is asked to is waited for no longer than its grace', async () => {
  const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  const { end, ms } = await timed(node(script, { signal: AbortSignal.timeout(300), graceMs: 200 }));
  expect(end).toEqual({ kind: 'aborted' });
  expect(ms).toBeLessThan(20_000);
});

test('a program that prints without end is stopped', async () => {
  const script =
    "process.stdout.on('error', () => process.exit()); const text = 'x'.repeat(65536); setInterval(() => console.log(text))";
  expect(await node(script, { maxBytes: 1024 * 1024 })).toEqual({ kind: 'too-large' });
});
