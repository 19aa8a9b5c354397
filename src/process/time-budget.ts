/** A time limit whose clock can be stopped while others are waited for. */
export interface TimeBudget {
  /** Stops the clock. Several pauses need as many resumes. */
  pause(): void;
  resume(): void;
  /** Ends it; `onSpent` is not called any more. */
  cancel(): void;
}

/** Starts a time limit; `onSpent` is called once it is over. */
export function startTimeBudget(limitMs: number, onSpent: () => void): TimeBudget {
  let leftMs = limitMs;
  let pauses = 0;
  let startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined = setTimeout(onSpent, leftMs);
  return {
    pause() {
      pauses += 1;
      if (pauses > 1) return;
      clearTimeout(timer);
      leftMs -= performance.now() - startedAt;
    },
    resume() {
      pauses -= 1;
      if (pauses > 0 || timer === undefined) return;
      startedAt = performance.now();
      timer = setTimeout(onSpent, Math.max(0, leftMs));
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
