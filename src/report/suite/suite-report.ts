import type { ContainmentFacts } from '../../invoke/containment-facts.js';
import type { SiblingFacts } from '../../invoke/result.js';
import type { CaseResult } from '../../suite/case-result.js';
import type { CaseComparison, ComparisonCounts, FailOn } from '../../suite/comparison/comparison.js';
import type { PlannedShard } from '../../suite/shards/shard.js';
import type { ReportedCall } from '../calls/reported-call.js';

/** A suite as every rendering of it reads it, without secrets. */
export interface SuiteReport {
  readonly version: 1;
  /** In ISO 8601 and UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** How many functions could run at a time. */
  readonly concurrency: number;
  readonly verdict: 'passed' | 'failed';
  /** How functions were contained; absent where none was run. */
  readonly containment?: ContainmentFacts;
  readonly totals: SuiteTotals;
  /** In the order of the suite. */
  readonly cases: readonly ReportedCase[];
  /** Functions that were asked for and have no case. */
  readonly uncovered: readonly string[];
  readonly snapshots: ReportedSnapshots;
  /** What went wrong beside the cases; the verdict is `failed` then. */
  readonly problems: readonly ReportedProblem[];
  /** What was noticed beside the cases, each once: warnings. */
  readonly remarks?: readonly ReportedProblem[];
  /** Which part of the suite this was. */
  readonly shard?: PlannedShard;
  /** What became of the cases since another commit. */
  readonly comparison?: ReportedComparison;
  /** Why the run ended before every case was through. */
  readonly stopped?: { readonly reason: string };
}

/** A suite against another commit. */
export interface ReportedComparison {
  /** The commit that it was compared with: its hash, and how it was asked for. */
  readonly commit: string;
  readonly ref: string;
  /** What makes the suite fail: every case that fails, or what became of the cases. */
  readonly failOn: FailOn;
  readonly counts: ComparisonCounts;
}

/** How many cases there are, and of each kind; the kinds add up to the total. */
export interface SuiteTotals {
  readonly total: number;
  /** At once. */
  readonly passed: number;
  /** Those that could not be run are among them. */
  readonly failed: number;
  readonly flaky: number;
  readonly skipped: number;
  readonly stopped: number;
}

/** What happened to snapshots: how many were recorded, recorded anew and removed; and the obsolete ones. */
export interface ReportedSnapshots {
  readonly written: number;
  readonly updated: number;
  readonly removed: number;
  /** `name` is absent where the whole file is obsolete. */
  readonly obsolete: readonly { readonly file: string; readonly name?: string }[];
}

/** A place in a file, relative to the report's base if it is below that. */
export interface ReportedPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One case. For a flaky one, the facts are those of the attempt that passed, and the findings those of the last that failed. */
export interface ReportedCase {
  /** Its file and its name: unique in a suite, and the same from run to run and from machine to machine. */
  readonly id: string;
  readonly name: string;
  readonly function: string;
  /** Where it is written; absent for a case that was given inline. The line is told where it failed, is flaky or could not be run. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly tags: readonly string[];
  readonly status: CaseResult['status'];
  /** Why it was skipped or stopped. */
  readonly reason?: string;
  /** Why it could not be run. */
  readonly diagnostic?: ReportedProblem;
  /** How the invocation ended. */
  readonly invocation?: 'success' | 'error' | 'timeout' | 'crash';
  readonly durationMs?: number;
  /** The durations of all its invocations, where `repeat` asked for several. */
  readonly durationsMs?: readonly number[];
  /** Cold starts only. */
  readonly initDurationMs?: number;
  readonly isCold?: boolean;
  readonly maxMemoryUsedMiB?: number;
  /** Since the epoch, in ms. */
  readonly startedAtMs?: number;
  /** Which worker ran it, counted from 0. */
  readonly worker?: number;
  /** How often it was tried. */
  readonly attempts?: number;
  /** The attempts before the last one, each of which failed; absent where there was only one. */
  readonly earlierAttempts?: readonly ReportedAttempt[];
  readonly requestId?: string;
  /** The other functions of the service that were run because its function invoked them. */
  readonly siblings?: readonly SiblingFacts[];
  /** The status and headers of a streamed HTTP response, whose body is the response. */
  readonly http?: ReportedHttpPrelude;
  /** The calls to AWS of its last attempt, where they were seen. */
  readonly calls?: readonly ReportedCall[];
  /** How many calls there were beside those. */
  readonly omittedCalls?: number;
  /** What was not as expected. */
  readonly findings: readonly ReportedFinding[];
  /** The failure of the invocation, whether it was expected or not. */
  readonly error?: ReportedCaseError;
  /** What became of it since the other commit; absent where the suite was not compared, and for one that was skipped. */
  readonly comparison?: CaseComparison;
  /** Reads the texts of its last attempt. */
  readonly texts: () => Promise<CaseTexts>;
}

/** An attempt that failed, and after which the case was tried again. */
export interface ReportedAttempt {
  readonly invocation: NonNullable<ReportedCase['invocation']>;
  readonly durationMs: number;
  readonly requestId: string;
  readonly findings: readonly ReportedFinding[];
  readonly error?: ReportedCaseError;
}

/** The status and headers of a streamed HTTP response. */
export interface ReportedHttpPrelude {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The values of `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/** The failure of an invocation. */
export interface ReportedCaseError {
  readonly type: string;
  readonly message: string;
  readonly location?: ReportedPlace;
  readonly trace: readonly string[];
}

/** The texts of a case: absent where it was not invoked. Bytes that are not UTF-8 are a `data:` URL in base64. */
export interface CaseTexts {
  readonly event?: string;
  /** The response, or the error object. */
  readonly response?: string;
  /** The end of it, if it is long. */
  readonly log?: string;
}

/** An expectation that was not met. */
export interface ReportedFinding {
  /** One sentence on one line. */
  readonly message: string;
  /** What was judged, as a JSON Pointer into the case: `/expect/output/items/0/id`. */
  readonly path: string;
  /** A diff by lines: `-` is expected, `+` was received. */
  readonly diff?: string;
  /** Where the expectation is written. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A message of ours. */
export interface ReportedProblem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly location?: ReportedPlace;
}
