import type { ConfigNode } from '../../document/config-node.js';

/** One task of the resolution, running or done, and the tasks that it waits for. */
export interface Task {
  readonly node: ConfigNode;
  /** How many tasks, from the first one to this one, wait for each other. */
  readonly depth: number;
  readonly waitsFor: Set<Task>;
}

/** The chain of waiting tasks from one to another; `undefined` if the one does not wait for the other. */
export function findWay(from: Task, to: Task, seen: Set<Task> = new Set()): Task[] | undefined {
  if (from === to) return [from];
  seen.add(from);
  for (const next of from.waitsFor) {
    if (seen.has(next)) continue;
    const way = findWay(next, to, seen);
    if (way !== undefined) return [from, ...way];
  }
  return undefined;
}
