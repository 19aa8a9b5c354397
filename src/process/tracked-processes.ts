import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { startedLeaders } from './process-group.js';
import { descendantsOf, processesWith } from './process-tree.js';

/** Processes that a library starts for us and gives no handle of, from a moment on. */
export interface TrackedProcesses {
  /** Variables for the environment of what is started: they are found again by it where the system tells. */
  readonly marker: Readonly<Record<string, string>>;
  /** Ends all of them: SIGTERM, and SIGKILL for what is left after a second. */
  end(): Promise<void>;
}

const markerName = 'INVOKE_LOCAL_COMMAND';
const graceMs = 1_000;
const pollMs = 25;

/** Settles when nothing is tracked, where only one thing can be at a time. */
let untracked: Promise<void> = Promise.resolve();

/**
 * Starts to track what is started with a marker. Linux finds it by the marker, wherever it has gone by then. Elsewhere
 * it is whatever descends from this process, did not when the tracking began, and is none of our own groups, so that one waits
 * for the other; what has left the tree is not found there.
 */
export async function trackProcesses(): Promise<TrackedProcesses> {
  return process.platform === 'linux' ? track(new Set()) : trackAlone();
}

async function trackAlone(): Promise<TrackedProcesses> {
  const turn = untracked;
  let isDone = (): void => {};
  untracked = new Promise((resolve) => {
    isDone = resolve;
  });
  await turn;
  try {
    const { marker, end } = track(await descendantsOf([process.pid]));
    return { marker, end: () => end().finally(isDone) };
  } catch (error) {
    isDone();
    throw error;
  }
}

function track(before: ReadonlySet<number>): TrackedProcesses {
  const marker = randomUUID();
  const left = async () => {
    if (process.platform === 'linux') {
      const marked = await processesWith(markerName, marker);
      return marked.size === 0 ? marked : new Set([...marked, ...(await descendantsOf(marked))]);
    }
    const found = await descendantsOf([process.pid], startedLeaders());
    for (const pid of before) found.delete(pid);
    return found;
  };
  return {
    marker: { [markerName]: marker },
    async end() {
      const killTime = performance.now() + graceMs;
      const giveUpTime = killTime + graceMs;
      const told = new Set<number>();
      for (let pids = await left(); pids.size > 0 && performance.now() < giveUpTime; pids = await left()) {
        const final = performance.now() >= killTime;
        for (const pid of pids) {
          if (final) send(pid, 'SIGKILL');
          else if (!told.has(pid)) send(pid, 'SIGTERM');
          told.add(pid);
        }
        await delay(pollMs);
      }
    },
  };
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}
