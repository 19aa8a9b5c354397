import { afterEach } from '@jest/globals';

/** Processes that a test has started, by their ids: called in a test file, it ends those of each test that are still there after it. */
export function endLeftovers(): number[] {
  const leftovers: number[] = [];
  afterEach(() => {
    for (const pid of leftovers.splice(0)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    }
  });
  return leftovers;
}
