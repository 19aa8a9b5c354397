import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { groupOf, invokeStep } from '../action/end-to-end/step.js';
import { contained, open } from '../both-worlds.js';
import type { StepResult } from '../harness/run-step.js';

/** What our own process may take, whatever the handler prints. A bare Node.js takes some 45 MB, the action some 80. */
const largestMiB = 160;

/** How much longer than its handler a step may take. Far more than it does, for the machine may be busy. */
const patienceMs = 45_000;

interface Flood extends StepResult {
  readonly file: Buffer;
  readonly peakMiB: number;
}

async function flood(name: string, isolate: string, event: object): Promise<Flood> {
  let peakKiB = 0;
  const sample = (pid: number | undefined): void => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      peakKiB = Math.max(peakKiB, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // The process is gone.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const result = await invokeStep({
    service: 'action-floods',
    with: { function: name, isolate, data: JSON.stringify(event) },
    onSpawn: (child) => {
      timer = setInterval(() => sample(child.pid), 50);
    },
  }).finally(() => clearInterval(timer));
  expect(result.outcome).toBe('success');
  expect(result.annotations.filter(({ type }) => type === 'error')).toEqual([]);
  expect(result.durationMs - Number(result.outputs['duration-ms'])).toBeLessThan(patienceMs);
  return { ...result, file: readFileSync(result.outputs['log-file'] ?? ''), peakMiB: peakKiB / 1024 };
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('all arrives of a handler, in bounded memory and time, that prints', () => {
  test.each([
    ['Node.js', 'lines', contained],
    ['Python', 'python-lines', open],
  ])('100,000 lines a second, in %s', async (_language, name, isolate) => {
    const seconds = 3;
    const result = await flood(name, isolate, { perSecond: 100_000, seconds });
    const wanted = 100_000 * seconds;
    expect(result.outputs['output']).toBe(String(wanted));
    let next = 0;
    for (const [, number] of result.file.toString().matchAll(/^.*::error::##\[error\]line (\d+)$/gm)) {
      if (Number(number) !== next) throw new Error(`line ${number} follows line ${next - 1}`);
      next += 1;
    }
    expect(next).toBe(wanted);
    expect(groupOf(result).filter((line) => line.includes('line '))).toHaveLength(wanted);
    expect(result.peakMiB).toBeLessThan(largestMiB);
  });

  test.each([
    ['Node.js', 'line', open],
    ['Python', 'python-line', contained],
  ])('a line of 10 MB without an end, in %s', async (_language, name, isolate) => {
    const bytes = 10_000_000;
    const { file, peakMiB } = await flood(name, isolate, { bytes });
    expect(file.includes(Buffer.alloc(bytes, 'x'))).toBe(true);
    expect(file.includes(Buffer.alloc(bytes + 1, 'x'))).toBe(false);
    expect(peakMiB).toBeLessThan(largestMiB);
  });

  test('5 MB of bytes that are no text', async () => {
    const bytes = 5_000_000;
    const { file, outputs, peakMiB } = await flood('binary', contained, { bytes });
    const end = file.indexOf('\nthe end\n');
    const start = end - bytes;
    const hash = createHash('sha256').update(file.subarray(start, end)).digest('hex');
    expect(outputs['output']).toBe(JSON.stringify(hash));
    expect(peakMiB).toBeLessThan(largestMiB);
  });
});
