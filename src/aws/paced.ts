import { setTimeout as delay } from 'node:timers/promises';

/** How many questions are put to AWS at a time: what a service refers to may be hundreds of values. */
const maxConcurrent = 10;
/** How often a question is put again that a service says is one too many. */
const maxRetries = 5;
/** How long is waited before the first of these, in ms; twice as long before each next one. */
const firstDelayMs = 200;

const throttled =
  /^(?:Throttl(?:ing|ed)(?:Exception)?|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(?:Exception)?|SlowDown)$/;

/** Puts a question when it is its turn, and again where a service asks for patience. */
export type Pace = <Answer>(put: () => Promise<Answer>, signal: AbortSignal) => Promise<Answer>;

/** A pace that all questions of a run share. */
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
