import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FailedResult, SiblingFacts, SuccessfulResult } from '../invoke/result.js';
import type { ToldCalls } from '../invoke/told-calls.js';
import type { FailureReport } from './failure/failure-report.js';
import type { Outcome } from './outcome.js';

/** The end of a log, and where to find the whole. */
export interface LogExcerpt {
  /** The kept end of the log. */
  readonly text: string;
  /** How much of the log comes before it, in bytes. */
  readonly omittedBytes: number;
  /** The path of a file with the whole log. Absolute. */
  readonly file?: string;
}

/** One invocation, as every report shows it: summary, annotations, JSON, JUnit, terminal. */
export interface InvocationReport {
  /** The function as it was requested; absent if none was named. */
  readonly function?: string;
  /** The service's folder; absent where the request could not be read. Absolute. */
  readonly serviceFolder?: string;
  /** A label that tells this invocation from others of the same function. */
  readonly case?: string;
  readonly outcome: ReportedOutcome;
  /** Our own messages, in order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly log: LogExcerpt;
  /** The other functions of the service that were run because its function invoked them. */
  readonly siblings?: readonly SiblingFacts[];
  /** The calls to AWS, where they were seen. */
  readonly calls?: ToldCalls;
  readonly startedAt: Date;
}

/** How an invocation ended. */
export type ReportedOutcome =
  | { readonly kind: 'succeeded'; readonly result: SuccessfulResult }
  | { readonly kind: 'failed'; readonly result: FailedResult; readonly failure: FailureReport }
  /** The request was wrong: nothing was invoked. */
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'cancelled'; readonly signal: NodeJS.Signals }
  /** A defect of ours; `details` has the stack. */
  | { readonly kind: 'defect'; readonly details: string };

/** The report of an invocation, with its failure read and explained. `runtimes` is the folder of our bootstraps. */
export async function reportInvocation(
  outcome: Outcome,
  { runtimes, ...facts }: Omit<InvocationReport, 'outcome'> & { readonly runtimes: string },
): Promise<InvocationReport> {
  const siblings = outcome.kind === 'invoked' ? outcome.result.siblings : undefined;
  const calls = await callsOf(outcome);
  return {
    ...facts,
    outcome: await reportedOutcome(outcome, runtimes),
    ...(siblings === undefined ? {} : { siblings: siblings.map(({ result: _, log: __, ...each }) => each) }),
    ...(calls === undefined ? {} : { calls }),
  };
}

async function callsOf(outcome: Outcome): Promise<ToldCalls | undefined> {
  if (outcome.kind !== 'invoked' || outcome.result.aws === undefined) return undefined;
  const { toldCalls } = await import('../invoke/told-calls.js');
  return toldCalls(outcome.result);
}

async function reportedOutcome(outcome: Outcome, runtimes: string): Promise<ReportedOutcome> {
  switch (outcome.kind) {
    case 'invoked': {
      const { result } = outcome;
      if (result.status === 'success') return { kind: 'succeeded', result };
      const { reportFailure } = await import('./failure/failure-report.js');
      return { kind: 'failed', result, failure: await reportFailure(result, runtimes) };
    }
    case 'refused':
      return { kind: 'refused', diagnostic: outcome.error.diagnostic };
    case 'cancelled':
      return outcome;
    case 'defect': {
      const { error } = outcome;
      return { kind: 'defect', details: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }
}
