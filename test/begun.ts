/**
 * Begins what a test does when its file is loaded, so that the waits of several tests pass while others run: a timeout, or a limit of
 * ten seconds. For tests that wait for most of their time, share nothing with another one, and need no hook.
 * @returns the test's function, which gives what became of it
 */
export function begun(run: () => Promise<void>): () => Promise<void> {
  const ended = run();
  ended.catch(() => {});
  return () => ended;
}
