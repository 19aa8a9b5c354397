import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from '@jest/globals';
import { invokeStep } from './step.js';

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a step that is cancelled', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends within two seconds with %i, nothing left behind, every output set', async (signal, code) => {
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
    expect(performance.now() - cancelledAt).toBeLessThan(2000);
    expect(outputs).toMatchObject({ status: 'error', 'error-type': 'InvokeLocal.Cancelled', output: '' });
    expect(readFileSync(outputs['log-file'] ?? '', 'utf8')).toContain('hanging');
    expect(log.at(-1)).toBe(`Cancelled by ${signal}: the handler was stopped.`);
  });

  test('while a command makes the event ends the command too', async () => {
    const { exitCode, durationMs } = await invokeStep({
      service: 'action-node',
      with: { function: 'echo', 'data-command': 'sleep 60 & sleep 60; echo "{}"' },
      onSpawn: (child) => void setTimeout(() => child.kill('SIGINT'), 1000),
    });
    expect(exitCode).toBe(130);
    expect(durationMs).toBeLessThan(4000);
  });
});
