import type { PageStatus } from '../page-data.js';

/** How a status looks and reads. */
export interface StatusLook {
  readonly word: string;
  /** The lines of its icon, in 16 by 16: shapes differ, so that colour is never needed to tell them apart. */
  readonly icon: string;
  /** The colour's name in the style. */
  readonly colour: 'bad' | 'good' | 'odd' | 'dim';
}

export const looks: Readonly<Record<PageStatus, StatusLook>> = {
  failed: { word: 'Failed', icon: 'M4 4l8 8M12 4l-8 8', colour: 'bad' },
  'not-run': { word: 'Could not be run', icon: 'M8 3v6M8 12.5v.01', colour: 'bad' },
  flaky: { word: 'Flaky', icon: 'M2 9q3-6 6-1t6-1', colour: 'odd' },
  stopped: { word: 'Stopped', icon: 'M5 5h6v6h-6z', colour: 'odd' },
  passed: { word: 'Passed', icon: 'M3.5 8.5l3 3 6-7', colour: 'good' },
  skipped: { word: 'Skipped', icon: 'M4 8h8', colour: 'dim' },
};

/** What matters first, first. */
export const statuses = Object.keys(looks) as PageStatus[];

/** Whether a case counts against the verdict. */
export function isBad(status: PageStatus): boolean {
  return looks[status].colour === 'bad';
}
