import type { ConfigNode } from '../document/config-node.js';

/** One piece of resolution that is under way, or done, and what it waits for. */
export interface Task {
  readonly node: ConfigNode;
  /** How many tasks wait for each other from the first one to this one. */
  readonly depth: number;
  readonly waitsFor: Set<Task>;
}

/** The tasks from one to another along what each waits for; `undefined` where the one does not wait for the other. */
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
