import { describe, test } from '@jest/globals';

/** Tests for each of what a machine has, such as interpreters; skipped where it has none, which `describe.each` takes for a mistake. */
export function describeEach<Each>(found: readonly Each[]): (title: string, tests: (each: Each) => void) => void {
  if (found.length > 0) return (title, tests) => describe.each([...found])(title, tests as (each: unknown) => void);
  return (title) => describe.skip(title, () => test('has nothing to run with', () => {}));
}
