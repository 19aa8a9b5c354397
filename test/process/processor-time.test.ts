import { expect, test } from '@jest/globals';
import { withinProcessorTime } from '../../src/process/processor-time.js';

/** Passes time without any of a processor. */
function sleepFor(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

test('work that others have kept from its processor is done again, with more time', () => {
  const limits: number[] = [];
  const result = withinProcessorTime(200, (limitMs) => {
    limits.push(limitMs);
    if (limits.length > 2) return 'done';
    sleepFor(limitMs + 1);
    return undefined;
  });
  expect([result, limits]).toEqual(['done', [200, 400, 800]]);
});

test('it is given up in the end', () => {
  let count = 0;
  const result = withinProcessorTime(150, (limitMs) => {
    count++;
    return void sleepFor(limitMs + 1);
  });
  expect([result, count]).toEqual([undefined, 4]);
});

test('work that takes too long itself is given up at once', () => {
  const usedMs = (): number => process.cpuUsage().user / 1000;
  let count = 0;
  const result = withinProcessorTime(50, () => {
    count++;
    for (const [startedMs, usedFirst] = [performance.now(), usedMs()]; ; )
      if (usedMs() - usedFirst > 50 && performance.now() - startedMs > 50) return undefined;
  });
  expect([result, count]).toEqual([undefined, 1]);
});

test('work that gives itself up for another reason is not done again', () => {
  let count = 0;
  expect([withinProcessorTime(1_000, () => void count++), count]).toEqual([undefined, 1]);
});
