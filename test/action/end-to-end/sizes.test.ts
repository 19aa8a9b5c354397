import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
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

/** The peak memory of a process, in KiB; 0 once it has ended. */
function peakKiBOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('50 MB of log lines are all there, and do not grow our process', async () => {
  let peakKiB = 0;
  let lines = 0;
  const { outputs } = await invokeStep({
    service: 'action-node',
    with: { function: 'logs', data: '{"mebibytes":50}' },
    onLine: (_, child) => {
      if (lines++ % 1000 === 0) peakKiB = Math.max(peakKiB, peakKiBOf(child.pid));
    },
  });
  expect(outputs['output']).toBe('50');
  expect(statSync(outputs['log-file'] ?? '').size).toBeGreaterThan(50 * 1024 * 1024 * 0.95);
  expect(peakKiB).toBeGreaterThan(0);
  expect(peakKiB).toBeLessThan(120 * 1024);
});

describe('an error of 6 MB is told like any other', () => {
  const failing = async (name: string, unit: string, length: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'large-'));
    const paths = { 'report-json': join(folder, 'report.json'), 'report-junit': join(folder, 'report.xml') };
    const keys = { 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE', 'aws-secret-access-key': 'wJalrXUtnFEMI/K7MDENG/xyz' };
    const data = JSON.stringify({ unit, length });
    const step = await invokeStep({ service: 'action-floods', with: { function: name, data, ...paths, ...keys } });
    expect([step.outcome, step.outputs['status']]).toEqual(['failure', 'error']);
    const [error] = step.annotations.filter(({ type }) => type === 'error');
    const sizes = Object.values(paths).map((path) => statSync(path).size);
    return { ...step, annotation: error?.message ?? '', sizes };
  };

  test.each([
    ['fails', 'x', 2_900_000],
    ['fails', 'a line with `code` | <b>\n', 2_800_000],
    ['fails', '/', 2_900_000],
    ['python-fails', 'x', 6_200_000],
    ['python-fails', '/', 6_200_000],
    ['python-fails', 'a line with `code` | <b>\n', 5_900_000],
  ])('by %s, of %j', async (name, unit, length) => {
    const small = await failing(name, unit, unit.length);
    const { annotation, summary, sizes, durationMs } = await failing(name, unit, length);
    expect(annotation.length).toBeLessThanOrEqual(4096);
    expect(annotation).toMatch(/… [\d,]+ characters are cut here …/);
    expect(summary.length).toBeLessThan(40_000);
    expect(Math.max(...sizes)).toBeLessThan(3_000_000);
    // The runtime, its log and the answer have their part in it.
    expect(durationMs - small.durationMs).toBeLessThan(30_000);
  });
});
