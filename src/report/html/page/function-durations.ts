import type { PageCase } from '../page-data.js';
import { isBad } from './status.js';

/** The cases of a function together. Durations are in ms. */
export interface FunctionDurations {
  readonly name: string;
  readonly cases: number;
  readonly failed: number;
  /** Absent where no case ran. */
  readonly medianMs?: number;
  readonly slowestMs?: number;
  /** The median of its cold starts. */
  readonly initMs?: number;
  /** Medians of the cases that the earlier results have too: earlier, and now. */
  readonly earlier?: { readonly beforeMs: number; readonly nowMs: number };
}

/** What each function took, the one with the longest median first. */
export function durationsByFunction(cases: readonly PageCase[]): FunctionDurations[] {
  const groups = new Map<string, PageCase[]>();
  for (const each of cases) {
    const group = groups.get(each.function);
    if (group === undefined) groups.set(each.function, [each]);
    else group.push(each);
  }
  return [...groups]
    .map(([name, group]): FunctionDurations => {
      const durations = group.flatMap(({ durationMs }) => durationMs ?? []);
      const inits = group.flatMap(({ initDurationMs }) => initDurationMs ?? []);
      const both = group.filter(({ durationMs, earlierMs }) => durationMs !== undefined && earlierMs !== undefined);
      const [medianMs, initMs] = [median(durations), median(inits)];
      const beforeMs = median(both.flatMap(({ earlierMs }) => earlierMs ?? []));
      const nowMs = median(both.flatMap(({ durationMs }) => durationMs ?? []));
      return {
        name,
        cases: group.length,
        failed: group.filter(({ status }) => isBad(status)).length,
        ...(medianMs === undefined ? {} : { medianMs, slowestMs: durations.reduce((a, b) => Math.max(a, b), 0) }),
        ...(initMs === undefined ? {} : { initMs }),
        ...(beforeMs === undefined || nowMs === undefined ? {} : { earlier: { beforeMs, nowMs } }),
      };
    })
    .sort((a, b) => (b.medianMs ?? -1) - (a.medianMs ?? -1) || (a.name < b.name ? -1 : 1));
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
