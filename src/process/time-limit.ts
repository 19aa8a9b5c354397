/** Work did not end within its time limit. */
export class TimeLimitError extends Error {
  override readonly name: string = 'TimeLimitError';
}

/**
 * Does work that has to end within a time. When the time is up or the run is aborted, its signal is aborted, and it is no
 * longer waited for, whether it stops or not.
 * @throws TimeLimitError if the time is up; the signal's reason if that was aborted
 */
export async function withTimeLimit<Result>(
  timeoutMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const end = new AbortController();
  const onAbort = (): void => end.abort(signal.reason);
  const timer = setTimeout(() => end.abort(new TimeLimitError(`It did not end within ${timeoutMs} ms.`)), timeoutMs);
  signal.addEventListener('abort', onAbort);
  const ended = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(end.signal.reason));
  });
  try {
    return await Promise.race([work(end.signal), ended]);
  } catch (error) {
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
