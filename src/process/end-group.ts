import type { ChildProcess } from 'node:child_process';
import type { EnclosedProcess } from './enclosure.js';
import type { LeftProcess } from './left-process.js';
import { nextTurn, sleep } from './polled.js';
import { groupIsRunning, hasEnded, signalGroup } from './process-group.js';
import { settlesWithin } from './settles-within.js';
import type { TreeTools } from './windows-tree.js';

/** How long to wait for killed processes to end, in ms: one in uninterruptible sleep could take for ever. */
export const endLimitMs = 2_000;

/** The longest pause between two checks whether a group is gone, in ms. */
const longestPauseMs = 50;

/** The parts of the system that {@link endGroup} uses, which tests replace. */
export interface GroupEnding {
  /** Whether the system has process groups. */
  readonly hasGroups: boolean;
  /** Ends a process tree on a system without groups; by default the system's own way. */
  readonly tools?: TreeTools;
}

/**
 * Ends a child process at once, with the group that it leads (on a system without groups, with everything that it started).
 * A process that has left the group is not ended.
 * @returns the processes that could not be ended, once all others are gone or the time is up. A child among them no longer
 * keeps this process alive
 */
export async function endGroup(
  child: ChildProcess,
  { hasGroups, tools }: GroupEnding = { hasGroups: process.platform !== 'win32' },
): Promise<readonly LeftProcess[]> {
  const { pid } = child;
  if (pid === undefined) return [];
  const left = await (hasGroups ? endMembers(child, pid) : endDescendants(child, tools));
  // The event of the child's end may be queued behind the timer that gave up on it.
  if (!hasEnded(child)) await nextTurn();
  if (hasEnded(child)) return left;
  child.unref();
  return left.some((process) => process.pid === pid) ? left : [{ pid }, ...left];
}

/**
 * Ends a program that is enclosed, and then whatever of the child's group is left: the enclosure ends all that is in it faster than
 * it can be looked for.
 */
export async function endEnclosed({
  child,
  leave,
}: Pick<EnclosedProcess, 'child' | 'leave'>): ReturnType<typeof endGroup> {
  leave();
  if (child.pid !== undefined) await settlesWithin(exitOf(child), endLimitMs);
  return endGroup(child);
}

/** Kills a group until no process is left. */
async function endMembers(child: ChildProcess, pid: number): Promise<LeftProcess[]> {
  signalGroup(pid, 'SIGKILL');
  let leftMs = (await settlesWithin(exitOf(child), endLimitMs)) ? endLimitMs : 0;
  for (let pauseMs = 2; groupIsRunning(pid); pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    if (leftMs <= 0) return (await import('./left-in-group.js')).leftInGroup(pid);
    signalGroup(pid, 'SIGKILL');
    await sleep(pauseMs);
    // Only the pauses count: on a busy machine, those that are killed get to end as late as this process gets to look.
    leftMs -= pauseMs;
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
