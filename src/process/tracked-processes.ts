import { setTimeout as delay } from 'node:timers/promises';
import { startedLeaders } from './process-group.js';
import { descendantsOf, processesWith } from './process-tree.js';
import { randomHex } from './random.js';

/** The processes that a library starts for us from a moment on, without giving us a handle. */
export interface TrackedProcesses {
  /** Variables for the environment of these processes, by which they are found again if the system shows it. */
  readonly marker: Readonly<Record<string, string>>;
  /** Ends all of them: with SIGTERM, and after a second with SIGKILL. */
  end(): Promise<void>;
}

const markerName = 'INVOKE_LOCAL_COMMAND';
const graceMs = 1_000;
const pollMs = 25;

/** Settles when nothing is being tracked, on systems where only one thing can be tracked at a time. */
let untracked: Promise<void> = Promise.resolve();

/**
 * Starts to track the processes that are started with a marker. Linux finds them by the marker, even if they have left our
 * process tree. Elsewhere they are the new descendants of this process that belong to none of our own groups, so only one
 * caller can track at a time; a process that has left the tree is not found.
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
  const marker = randomHex(32);
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
      const told = new Set<number>();
      let pids = await left();
      // Finding them may take long on a busy machine: each of the two times begins when they have been sent the signal.
      const killTime = performance.now() + graceMs;
      let giveUpTime = Number.POSITIVE_INFINITY;
      for (; pids.size > 0 && performance.now() < giveUpTime; pids = await left()) {
        const final = performance.now() >= killTime;
        if (final) giveUpTime = Math.min(giveUpTime, performance.now() + graceMs);
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
