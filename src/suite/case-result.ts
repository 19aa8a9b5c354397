import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import type { InvocationResult, SiblingFacts } from '../invoke/result.js';
import type { ToldCalls } from '../invoke/told-calls.js';
import type { HttpPrelude } from '../lambda/http-integration.js';
import type { Finding } from './expectations/finding.js';
import type { SuiteCase } from './suite-case.js';
import type { StoredText } from './texts/stored-text.js';

/** One attempt at a case: an invocation, or the last one of those that `repeat` asks for. */
export interface CaseAttempt {
  /** Since the epoch, in ms. */
  readonly startedAtMs: number;
  /** Which of the suite's workers ran it, counted from 0. */
  readonly worker: number;
  /** Whether its process was started for it. */
  readonly isCold: boolean;
  readonly durationMs: number;
  /** Cold starts only. */
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB: number;
  /** The durations of all its invocations in ms, in order; absent for one alone. */
  readonly durationsMs?: readonly number[];
  readonly requestId: string;
  readonly invocation: InvocationResult['status'];
  readonly event: StoredText;
  /** What came back: the response, or the error object of a failure. */
  readonly response: StoredText;
  readonly log: StoredText;
  /** The calls to AWS, where they were seen. */
  readonly calls?: ToldCalls;
  /** The other functions of the service that were run because its function invoked them. Their logs follow its own. */
  readonly siblings?: readonly SiblingFacts[];
  /** The status and headers of a streamed HTTP response, whose body is the response. */
  readonly http?: HttpPrelude;
  /** Set if it did not succeed. */
  readonly error?: CaseError;
  /** What was not as expected. Empty if the attempt passed. */
  readonly findings: readonly Finding[];
}

/** The failure of an invocation, short enough to be kept; the whole is its response. */
export interface CaseError {
  readonly type: string;
  readonly message: string;
  /** The place in the project's sources that it points at. */
  readonly location?: SourceLocation;
  /** The lines of its trace, without those of our bootstraps. */
  readonly trace: readonly string[];
}

/** The attempts at a case, at least one. The last one decides. */
export type CaseAttempts = readonly [CaseAttempt, ...CaseAttempt[]];

/** What came of a case. */
export type CaseResult = {
  /** Its file and its name: unique in a suite, and the same from run to run. */
  readonly id: string;
  readonly case: SuiteCase;
} & (
  | {
      /** `flaky`: it passed, and not at once. */
      readonly status: 'passed' | 'failed' | 'flaky';
      readonly attempts: CaseAttempts;
    }
  /** It could not be run: the project, the function or the event is wrong. It counts as failed. */
  | { readonly status: 'not-run'; readonly diagnostic: Diagnostic }
  /** It was left out on purpose. */
  | { readonly status: 'skipped'; readonly reason: string }
  /** The run ended before it. */
  | { readonly status: 'stopped'; readonly reason: string }
);
