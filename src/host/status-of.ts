import { type Stats, statSync } from 'node:fs';

/**
 * The status of what is at a path, with its links followed; `undefined` where nothing is, or nothing that can be told. It does not
 * wait for the thread pool, and does not load the promises of `node:fs`, which takes a start as long as a hundred of these.
 */
export function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
