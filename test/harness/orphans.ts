import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the step's end ends too may take a moment. The runner looks only when the job is over. */
const GRACE_MS = 10_000;

/** The processes that a step left behind: those that the runner would end when the job is over. Linux only. */
export async function processesLeftBehind(trackingId: string): Promise<number[]> {
  let left = processesTrackedBy(trackingId);
  for (let waitedMs = 0; left.length > 0 && waitedMs < GRACE_MS; waitedMs += 50) {
    await sleep(50);
    left = processesTrackedBy(trackingId);
  }
  return left;
}

/** The processes that belong to a step by now. */
export function processesTrackedBy(trackingId: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`RUNNER_TRACKING_ID=${trackingId}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
