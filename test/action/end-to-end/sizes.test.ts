import { readFileSync, statSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { invokeStep } from './step.js';

test('a response that is too long for an output is whole in its file, and a warning says so', async () => {
  const { outcome, outputs, annotations } = await invokeStep({
    service: 'action-node',
    with: { function: 'big', data: '{"length":450000,"character":"é"}' },
  });
  expect(outcome).toBe('success');
  expect(outputs['output']).toBe('');
  expect(readFileSync(outputs['output-file'] ?? '', 'utf8')).toBe(`"${'é'.repeat(450_000)}"`);
  expect(annotations).toContainEqual({
    type: 'warning',
    message: expect.stringContaining('output-file'),
    properties: {},
  });
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('50 MB of log lines are all there, and do not grow our process', async () => {
  let peakKiB = 0;
  const { outputs } = await invokeStep({
    service: 'action-node',
    with: { function: 'logs', data: '{"mebibytes":50}' },
    onLine: (_, child) => {
      if (child.exitCode !== null || Math.random() > 0.001) return;
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peakKiB = Math.max(peakKiB, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]));
    },
  });
  expect(outputs['output']).toBe('50');
  expect(statSync(outputs['log-file'] ?? '').size).toBeGreaterThan(50 * 1024 * 1024 * 0.95);
  expect(peakKiB).toBeGreaterThan(0);
  expect(peakKiB).toBeLessThan(120 * 1024);
});
