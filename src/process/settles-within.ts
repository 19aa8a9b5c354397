import { polled } from './polled.js';

/** The shortest part that a limit is waited for at a time, and how many parts it has at most. */
const leastPartMs = 25;
const mostParts = 4;

/**
 * Whether a promise is fulfilled within `ms`. Only time in which this process runs is counted: where it did not get to run for a
 * while, that is one part of the limit at most, and what has come meanwhile is taken first. The timers end as soon as the answer is
 * known.
 */
export async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  let isKnown = false;
  const parts = Math.max(1, Math.min(mostParts, Math.floor(ms / leastPartMs)));
  const expired = new Promise<boolean>((resolve) => {
    const wait = (left: number): void => {
      if (isKnown) return;
      if (left === 0) void polled().then(() => resolve(false));
      else timer = setTimeout(() => wait(left - 1), ms / parts);
    };
    wait(parts);
  });
  try {
    return await Promise.race([promise.then(() => true), expired]);
  } finally {
    isKnown = true;
    clearTimeout(timer);
  }
}
