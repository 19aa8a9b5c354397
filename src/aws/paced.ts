import { setTimeout as delay } from 'node:timers/promises';

/** How many requests run at a time. A service may refer to hundreds of values. */
const maxConcurrent = 10;
/** How often a request that was throttled is repeated. */
const maxRetries = 5;
/** The wait before the first repetition, in ms. It doubles each time. */
const firstDelayMs = 200;

const throttled =
  /^(?:Throttl(?:ing|ed)(?:Exception)?|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown)$/;

/** Sends a request when it is its turn, and repeats it if it is throttled. */
export type Pace = <Answer>(put: () => Promise<Answer>, signal: AbortSignal) => Promise<Answer>;

/** Limits the pace of all requests of a run. */
export function createPace(): Pace {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (put, signal) => {
    if (running >= maxConcurrent) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await patiently(put, signal);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

async function patiently<Answer>(put: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await put();
    } catch (error) {
      if (retry === maxRetries || !(error instanceof Error) || !throttled.test(error.name)) throw error;
      await delay(firstDelayMs * 2 ** retry * (0.5 + Math.random()), undefined, { signal });
    }
  }
}
