import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';

import { TimeLimitError, withTimeLimit } from '../../src/process/time-limit.js';

const never = new AbortController().signal;

test('work that ends in time gives its result, or its own error', async () => {
  expect(await withTimeLimit(1000, never, async () => 'done')).toBe('done');
  await expect(withTimeLimit(1000, never, () => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});

test('work that takes too long is told so, and not waited for', async () => {
  let told: unknown;
  const deaf = withTimeLimit(20, never, (signal) => {
    signal.addEventListener('abort', () => {
      told = signal.reason;
    });
    return new Promise(() => {});
  });
  await expect(deaf).rejects.toThrow(TimeLimitError);
  expect(told).toBeInstanceOf(TimeLimitError);
});

test('what work says of its own end is not what is told', async () => {
  const work = (signal: AbortSignal): Promise<void> => delay(5000, undefined, { signal });
  await expect(withTimeLimit(20, never, work)).rejects.toThrow(TimeLimitError);
});

test('an end that comes from elsewhere is told with its reason, also where it came before', async () => {
  const run = new AbortController();
  const work = withTimeLimit(5000, run.signal, () => new Promise(() => {}));
  run.abort(new Error('cancelled'));
  await expect(work).rejects.toThrow('cancelled');
  await expect(withTimeLimit(5000, run.signal, async () => 'done')).rejects.toThrow('cancelled');
});
