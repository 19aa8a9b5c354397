import { setTimeout as delay } from 'node:timers/promises';
import { linuxPids, listProcesses, type ProcessEntry } from './process-list.js';
import { loadingLimitMs, loadingPollMs, startedWith } from './started-with.js';

/**
 * The processes that descend from any of some processes, at this moment: children, their children, and so on.
 * @param without processes that are left out, with all that descends from them
 */
export async function descendantsOf(
  rootPids: Iterable<number>,
  without: ReadonlySet<number> = new Set(),
): Promise<Set<number>> {
  return descendantsIn(await listProcesses(), rootPids, without);
}

/** The processes of a list that descend from any of some processes. */
export function descendantsIn(
  processes: readonly ProcessEntry[],
  rootPids: Iterable<number>,
  without: ReadonlySet<number> = new Set(),
): Set<number> {
  const children = new Map<number, number[]>();
  for (const { pid, parentPid } of processes) {
    const siblings = children.get(parentPid);
    if (siblings === undefined) children.set(parentPid, [pid]);
    else siblings.push(pid);
  }
  const found = new Set<number>();
  const open = [...rootPids];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const pid of children.get(parent) ?? []) {
      if (found.has(pid) || without.has(pid)) continue;
      found.add(pid);
      open.push(pid);
    }
  }
  return found;
}

/**
 * The processes that were started with a variable in their environment, whatever their parent is by now. Only Linux can
 * tell; elsewhere the set is empty. One whose program is just being loaded has none yet: that is waited for.
 */
export async function processesWith(variable: string, value: string): Promise<Set<number>> {
  if (process.platform !== 'linux') return new Set();
  const setting = `${variable}=${value}`;
  const found = new Set<number>();
  let open = await linuxPids();
  for (let waitedMs = 0; open.length > 0 && waitedMs < loadingLimitMs; waitedMs += loadingPollMs) {
    if (waitedMs > 0) await delay(loadingPollMs);
    open = open.filter((pid) => {
      const environment = startedWith(pid);
      if (environment?.includes(setting)) found.add(pid);
      return environment === undefined;
    });
  }
  return found;
}
