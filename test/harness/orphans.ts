import { readdirSync, readFileSync } from 'node:fs';

/** The processes that carry a `RUNNER_TRACKING_ID`: those that the runner would end when the job is over. Linux only. */
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
