import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from '@jest/globals';
import { runnersPatienceMs } from '../../harness/run-step.js';
import { invokeStep } from './step.js';

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a step that is cancelled', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s ends before the runner kills it with %i, nothing left behind, every output set',
    async (signal, code) => {
      let cancelledAt = 0;
      const { exitCode, outputs, log } = await invokeStep({
        service: 'action-node',
        with: { function: 'hangs' },
        onLine: (line, child) => {
          if (!line.includes('hanging')) return;
          cancelledAt = performance.now();
          child.kill(signal);
        },
      });
      expect(exitCode).toBe(code);
      expect(performance.now() - cancelledAt).toBeLessThan(runnersPatienceMs);
      expect(outputs).toMatchObject({ status: 'error', 'error-type': 'InvokeLocal.Cancelled', output: '' });
      expect(readFileSync(outputs['log-file'] ?? '', 'utf8')).toContain('hanging');
      expect(log.at(-1)).toBe(`Cancelled by ${signal}: the handler was stopped.`);
    },
  );

  test('while a command makes the event ends the command too', async () => {
    const begun = join(mkdtempSync(join(tmpdir(), 'cancellation-')), 'begun');
    let cancelledAt = 0;
    const { exitCode } = await invokeStep({
      service: 'action-node',
      with: { function: 'echo', 'data-command': `sleep 60 & touch '${begun}'; sleep 60; echo "{}"` },
      onSpawn: (child) => {
        const looking = setInterval(() => {
          if (!existsSync(begun)) return;
          clearInterval(looking);
          cancelledAt = performance.now();
          child.kill('SIGINT');
        }, 20);
      },
    });
    expect(exitCode).toBe(130);
    expect(performance.now() - cancelledAt).toBeLessThan(runnersPatienceMs);
  });
});
