import type { PlannedSuite } from './planned-case.js';

/** A case that is to be planned. */
export interface UnknownCase {
  readonly id: string;
  readonly function: string;
  /** How often it is run. */
  readonly repeat: number;
  readonly isSkipped: boolean;
}

/** What an earlier run took for a case, in ms. */
export interface EarlierDuration {
  readonly id: string;
  readonly function: string;
  readonly durationMs: number;
  /** Set if it began in a cold sandbox. */
  readonly initDurationMs?: number;
}

/** What a case costs besides the time of its handler, in ms: passing the event on, judging and writing down what came. */
const eachMs = 1;

/**
 * What the cases of a suite cost, by the durations of an earlier run. A case that it does not know costs the median of those
 * that it knows, and so does a cold start. Without an earlier run every case costs the same, and a cold start nothing.
 */
export function costsOf(cases: readonly UnknownCase[], earlier: Iterable<EarlierDuration>): PlannedSuite {
  const durations = new Map<string, number>();
  const inits = new Map<string, number[]>();
  for (const { id, function: name, durationMs, initDurationMs } of earlier) {
    durations.set(id, durationMs);
    if (initDurationMs === undefined) continue;
    const known = inits.get(name);
    if (known === undefined) inits.set(name, [initDurationMs]);
    else known.push(initDurationMs);
  }
  const usualMs = median([...durations.values()]) ?? 0;
  const coldStarts = new Map([...inits].map(([name, values]) => [name, median(values) ?? 0]));
  const usualColdStartMs = median([...coldStarts.values()]) ?? 0;
  return {
    cases: cases.map(({ id, function: name, repeat, isSkipped }) => ({
      id,
      function: name,
      costMs: isSkipped ? 0 : repeat * ((durations.get(id) ?? usualMs) + eachMs),
    })),
    coldStartMs: (name) => coldStarts.get(name) ?? usualColdStartMs,
  };
}

/** The middle one of the values, the lower of two; `undefined` of none. */
function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length / 2) - 1];
}
