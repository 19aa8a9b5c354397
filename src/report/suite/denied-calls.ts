import type { SuiteReport } from './suite-report.js';

/** How many of the calls that a report tells of would be denied in Lambda; `undefined` where none was judged. */
export function deniedIn({ cases }: Pick<SuiteReport, 'cases'>): number | undefined {
  let denied: number | undefined;
  for (const { calls = [] } of cases) {
    for (const { verdict } of calls) {
      if (verdict !== undefined) denied = (denied ?? 0) + (verdict === 'denied' ? 1 : 0);
    }
  }
  return denied;
}
