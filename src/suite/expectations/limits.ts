import type { Expectations } from './expectations.js';
import type { Finding } from './finding.js';
import type { Observed } from './observed.js';

/** The limits of an invocation. */
export function judgeLimits(expect: Expectations, observed: Observed): Finding[] {
  const { durationMs, initDurationMs, maxMemoryUsedMiB, response } = observed;
  return [
    ...judgeLimit('max-duration-ms', 'The duration', durationMs, expect.maxDurationMs, 'ms'),
    ...judgeLimit('max-init-ms', 'The init', initDurationMs, expect.maxInitMs, 'ms'),
    ...judgeLimit('max-memory-mb', 'The memory used', maxMemoryUsedMiB, expect.maxMemoryMiB, 'MB'),
    ...judgeLimit('max-response-bytes', 'The response', response.length, expect.maxResponseBytes, 'bytes'),
  ];
}

function judgeLimit(
  key: string,
  name: string,
  received: number | undefined,
  limit: number | undefined,
  unit: string,
): Finding[] {
  if (limit === undefined || received === undefined || received <= limit) return [];
  const shown = Number(received.toFixed(2));
  return [
    {
      path: ['expect', key],
      message: `${name} is ${shown} ${unit}, and at most ${limit} ${unit} were expected.`,
      expected: `at most ${limit} ${unit}`,
      received: `${shown} ${unit}`,
    },
  ];
}
