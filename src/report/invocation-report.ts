import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FailedResult, SuccessfulResult } from '../invoke/result.js';
import type { FailureReport } from './failure/failure-report.js';
import type { Outcome } from './outcome.js';

/** The end of a log, and where the whole is. */
export interface LogExcerpt {
  /** The last of it. */
  readonly text: string;
  /** How much stands before that, in bytes. */
  readonly omittedBytes: number;
  /** The path of a file with the whole log. Absolute. */
  readonly file?: string;
}

/** One invocation as all reports tell of it: summary, annotations, JSON, JUnit, terminal. */
export interface InvocationReport {
  /** The function as it was asked for; absent where none was named. */
  readonly function?: string;
  /** The service's folder; absent where the request could not be read. Absolute. */
  readonly serviceFolder?: string;
  /** What tells this invocation from others of the same function. */
  readonly case?: string;
  readonly outcome: ReportedOutcome;
  /** What we had to say on the way, in order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly log: LogExcerpt;
  readonly startedAt: Date;
}

/** What came of an invocation. */
export type ReportedOutcome =
  | { readonly kind: 'succeeded'; readonly result: SuccessfulResult }
  | { readonly kind: 'failed'; readonly result: FailedResult; readonly failure: FailureReport }
  /** The request was wrong: nothing was invoked. */
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'cancelled'; readonly signal: NodeJS.Signals }
  /** We failed; `details` has the stack. */
  | { readonly kind: 'defect'; readonly details: string };

/** The report of an invocation, its failure read and explained. `runtimes` is the folder of our bootstraps. */
export async function reportInvocation(
  outcome: Outcome,
  { runtimes, ...facts }: Omit<InvocationReport, 'outcome'> & { readonly runtimes: string },
): Promise<InvocationReport> {
  return { ...facts, outcome: await reportedOutcome(outcome, runtimes) };
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
