import type { Running } from './running.js';

/** Ends a run before its time: the first reason counts. */
export interface RunEnd extends Disposable {
  /** Is aborted when the run has to end. */
  readonly signal: AbortSignal;
  /** Why it has to end, worded to follow "the run was stopped: ". */
  readonly reason: string | undefined;
  /** Ends it. */
  stop(reason: string): void;
}

/**
 * Watches over a run's time limit, and over the signal that cancels it.
 * @param cancelled ends the run from outside
 */
export function watchRunEnd(cancelled: AbortSignal, { timeoutMs }: Pick<Running, 'timeoutMs'>): RunEnd {
  const controller = new AbortController();
  let reason: string | undefined;
  const stop = (why: string): void => {
    if (reason !== undefined) return;
    reason = why;
    controller.abort(new Error(`stopped: ${why}`));
  };
  const onCancel = (): void => stop('it was cancelled');
  if (cancelled.aborted) onCancel();
  cancelled.addEventListener('abort', onCancel);
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => stop(`it had ${timeLimitText(timeoutMs)}, and they are over`), timeoutMs);
  return {
    signal: controller.signal,
    get reason() {
      return reason;
    },
    stop,
    [Symbol.dispose]() {
      clearTimeout(timer);
      cancelled.removeEventListener('abort', onCancel);
    },
  };
}

function timeLimitText(timeoutMs: number): string {
  const minutes = timeoutMs / 60_000;
  return minutes >= 1 ? `${Number(minutes.toFixed(2))} minutes` : `${Number((timeoutMs / 1000).toFixed(1))} seconds`;
}
