import type { InvocationResult } from '../../invoke/result.js';

/** The moments of an invocation, in ms of one clock. */
export interface PhaseTimes {
  readonly startedMs: number;
  /** When everything was resolved, and the process could start. */
  readonly resolvedMs: number;
  /** When it was over, and all of its processes had ended. */
  readonly endedMs: number;
}

/** What a verbose run says after the invocation: what ran it, and how long each phase took. */
export function phaseLines(
  result: InvocationResult | undefined,
  { startedMs, resolvedMs, endedMs }: PhaseTimes,
): string[] {
  const ran = endedMs - resolvedMs;
  const phases: [string, number | undefined][] = [
    ['configuration, credentials and event', resolvedMs - startedMs],
    ['start of the runtime and init', result?.initDurationMs],
    ['handler', result?.durationMs],
    ['the rest', result === undefined ? ran : Math.max(0, ran - (result.initDurationMs ?? 0) - result.durationMs)],
  ];
  const told = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${ms.toFixed(0)} ms`]));
  return [...(result?.interpreter === undefined ? [] : [`ran on ${result.interpreter}`]), `phases: ${told.join(', ')}`];
}
