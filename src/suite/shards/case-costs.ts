import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Running } from '../run/running.js';
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
 * @param isolate with `case` every case has a cold start of its own
 */
export function costsOf(
  cases: readonly UnknownCase[],
  earlier: Iterable<EarlierDuration>,
  isolate: Running['isolate'] = 'function',
): PlannedSuite {
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
  const coldStartMs = (name: string): number => coldStarts.get(name) ?? usualColdStartMs;
  const isIsolated = isolate === 'case';
  return {
    cases: cases.map(({ id, function: name, repeat, isSkipped }) => {
      const warmMs = repeat * ((durations.get(id) ?? usualMs) + eachMs);
      const costMs = isSkipped ? 0 : warmMs + (isIsolated ? coldStartMs(name) : 0);
      return { id, function: name, costMs };
    }),
    coldStartMs: isIsolated ? () => 0 : coldStartMs,
  };
}

/** The middle one of the values, the lower of two; `undefined` of none. */
function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length / 2) - 1];
}

/** The notice that there are no earlier results where they were looked for, as at the first run of all. */
export function noEarlierResults(patterns: readonly string[]): Diagnostic {
  return {
    severity: 'notice',
    code: 'earlier-results-missing',
    message: `There are no earlier results ${patterns.join(', ')}: the shards have as many cases each.`,
    hint: 'Every machine needs the same ones, since each makes the plan for itself.',
  };
}
