import type { ChildProcess } from 'node:child_process';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { LeftProcess } from './left-process.js';
import { groupIsRunning, hasEnded, signalGroup } from './process-group.js';
import { settlesWithin } from './settles-within.js';
import type { TreeTools } from './windows-tree.js';

/** How long the end of what was killed is waited for, in ms: a process in uninterruptible sleep could take for ever. */
export const endLimitMs = 2_000;

/** The longest pause between two looks whether a group is gone, in ms. */
const longestPauseMs = 50;

/** What {@link endGroup} works with. */
export interface GroupEnding {
  /** Whether there are process groups. */
  readonly hasGroups: boolean;
  /** What ends a process tree where there are none; the system's own where nothing is said. */
  readonly tools?: TreeTools;
}

/**
 * Ends a child process at once, with the group that it leads; where there are no groups, with what it has started. What has left the
 * group is not reached.
 * @returns what is left, once everything else is gone, or the time is up. A child that is left keeps this process waiting no longer
 */
export async function endGroup(
  child: ChildProcess,
  { hasGroups, tools }: GroupEnding = { hasGroups: process.platform !== 'win32' },
): Promise<readonly LeftProcess[]> {
  const { pid } = child;
  if (pid === undefined) return [];
  const left = await (hasGroups ? endMembers(child, pid) : endDescendants(child, tools));
  // The end may wait to be told behind the timer that gave up on it.
  if (!hasEnded(child)) await nextTurn();
  if (hasEnded(child)) return left;
  child.unref();
  return left.some((process) => process.pid === pid) ? left : [{ pid }, ...left];
}

/** Kills a group until nobody is left. */
async function endMembers(child: ChildProcess, pid: number): Promise<LeftProcess[]> {
  const startedMs = performance.now();
  signalGroup(pid, 'SIGKILL');
  await settlesWithin(exitOf(child), endLimitMs);
  for (let pauseMs = 2; groupIsRunning(pid); pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    if (performance.now() - startedMs >= endLimitMs) return (await import('./left-in-group.js')).leftInGroup(pid);
    signalGroup(pid, 'SIGKILL');
    await sleep(pauseMs);
  }
  return [];
}

async function endDescendants(child: ChildProcess, tools: TreeTools | undefined): Promise<LeftProcess[]> {
  const { endTree } = await import('./windows-tree.js');
  const left = await endTree(child, tools);
  await settlesWithin(exitOf(child), endLimitMs);
  return left;
}

function exitOf(child: ChildProcess): Promise<void> {
  return hasEnded(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));
}
