import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/diagnostics/user-error.js';
import { evaluateModule, type ProjectModuleOptions } from '../../src/process/project-module.js';
import { begun } from '../begun.js';
import { fixture, repositoryRoot } from '../paths.js';
import { isAlive } from './is-alive.js';

const never = new AbortController().signal;

function evaluate(name: string, options: Partial<ProjectModuleOptions> = {}) {
  return evaluateModule({
    file: fixture('process-modules', name),
    role: 'event file',
    runtimes: join(repositoryRoot, 'runtimes'),
    environment: { PATH: process.env['PATH'] ?? '' },
    workingDirectory: fixture('process-modules'),
    signal: never,
    onOutput: () => {},
    onLeft: () => {},
    ...options,
  });
}

async function failureOf(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 500 && isAlive(pid); attempt += 1) await delay(20);
  return !isAlive(pid);
}

describe('evaluateModule', () => {
  test.each([
    ['object.cjs', { from: 'cjs', big: 1.5 }],
    ['object.mjs', { from: 'mjs' }],
    ['transpiled.cjs', ['transpiled']],
    ['leaves-a-timer.js', { done: true }],
  ])('gives the value of %s', async (name, expected) => {
    expect(JSON.parse(await evaluate(name))).toEqual(expected);
  });

  test('runs a function in the given folder with the given environment and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'module-'));
    const value = JSON.parse(
      await evaluate('function.js', {
        workingDirectory: folder,
        environment: { PATH: process.env['PATH'] ?? '', STAGE: 'dev' },
      }),
    );
    expect(value.stage).toBe('dev');
    expect(value.cwd.endsWith(folder)).toBe(true);
    expect(value.env).not.toContain('HOME');
  });

  test('hands on what the module prints, apart from its value', async () => {
    const printed = { stdout: '', stderr: '' };
    await evaluate('object.mjs', {
      onOutput: (chunk, stream) => {
        printed[stream] += chunk.toString();
      },
    });
    expect(printed).toEqual({ stdout: 'printed by the module\n', stderr: '{"not":"the answer"}\n' });
  });

  test('loses nothing of a large value and of large output to a slow reader', async () => {
    let bytes = 0;
    const json = await evaluate('prints-much.js', {
      onOutput: async (chunk) => {
        bytes += chunk.length;
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
    });
    expect(JSON.parse(json).text).toHaveLength(1_000_000);
    expect(bytes).toBeGreaterThan(20_000 * 87);
  });

  test.each([
    ['throws.js', 'failed at line 2: RangeError: no event today', 2],
    ['throws.mjs', 'failed at line 4: RangeError: no event today', 4],
    ['throws-string.js', 'failed: just a string', undefined],
    ['throws-later.js', 'failed at line 4: Error: in the background', 4],
    ['syntax.cjs', "failed at line 3: SyntaxError: Unexpected token ']'", 3],
    ['missing-dependency.js', "failed at line 1: Error: Cannot find module 'no-such-package-anywhere'", 1],
    ['bigint.js', 'failed: TypeError: Do not know how to serialize a BigInt', undefined],
    ['circular.js', 'failed: TypeError: Converting circular structure to JSON', undefined],
    ['undefined.js', 'failed: TypeError: it gives undefined, which JSON has no way to write', undefined],
    ['no-default.mjs', 'failed: TypeError: it has no default export', undefined],
    ['exits.js', 'ended before it gave its value (exit code 3)', undefined],
    ['never-settles.js', 'failed: Error: its promise never settles: nothing is left that could settle it', undefined],
    ['writes-to-answer.js', 'ended before it gave its value', undefined],
  ])('says of %s that it %s', async (name, expected, line) => {
    const error = await failureOf(evaluate(name));
    expect(error.message).toContain(`process-modules/${name} ${expected}`);
    expect(error.diagnostic.location?.file).toBe(fixture('process-modules', name));
    expect(error.diagnostic.location?.line).toBe(line);
  });

  test('names the file of an ES module that does not parse', async () => {
    const error = await failureOf(evaluate('syntax.mjs'));
    expect(error.message).toContain("syntax.mjs failed at line 3: SyntaxError: Unexpected token ']'");
  });

  test(
    'ends a module that hangs, and everything that it started, at its time limit',
    begun(async () => {
      const pids = join(await mkdtemp(join(tmpdir(), 'module-')), 'pids');
      const started = performance.now();
      const error = await failureOf(
        evaluate('hangs.js', { timeoutMs: 4_000, environment: { PATH: process.env['PATH'] ?? '', PIDS: pids } }),
      );
      expect(error.message).toContain('hangs.js did not end within 4 s');
      expect(performance.now() - started).toBeLessThan(20_000);
      for (const pid of readFileSync(pids, 'utf8').split(' ')) expect(await isGone(Number(pid))).toBe(true);
    }),
  );

  test('ends a module when the signal is aborted, and throws its reason', async () => {
    const pids = join(await mkdtemp(join(tmpdir(), 'module-')), 'pids');
    const controller = new AbortController();
    const running = evaluate('hangs.js', {
      signal: controller.signal,
      environment: { PATH: process.env['PATH'] ?? '', PIDS: pids },
    });
    const rejected = expect(running).rejects.toThrow('cancelled');
    while (!existsSync(pids) || readFileSync(pids, 'utf8') === '') await delay(20);
    controller.abort(new Error('cancelled'));
    await rejected;
    for (const pid of readFileSync(pids, 'utf8').split(' ')) expect(await isGone(Number(pid))).toBe(true);
  });
});
