/**
 * What the script of the page reads. It is written by the renderer and read by `page/`, so it is data alone: every text in it is
 * literal already, and none is too long to be shown.
 */
export interface PageData {
  readonly verdict: 'passed' | 'failed';
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly concurrency: number;
  readonly cases: readonly PageCase[];
  /** Whether there are earlier results to compare durations with. */
  readonly hasEarlier: boolean;
}

export type PageStatus = 'passed' | 'failed' | 'flaky' | 'not-run' | 'skipped' | 'stopped';

export type PageMovement = 'broken' | 'changed' | 'fixed' | 'new' | 'unknown';

/** A case in the list: what is needed to show its row, to find it, and to draw it. */
export interface PageCase {
  /** Stable from run to run: what a link to the case has. */
  readonly id: string;
  readonly name: string;
  readonly function: string;
  readonly tags: readonly string[];
  readonly status: PageStatus;
  /** What went wrong, or why it was not run, in one line. */
  readonly summary?: string;
  /** Where it is written: `tests/orders.suite.yml:12:5`. */
  readonly place?: string;
  /** The command that runs it alone; for a case that is written in a file. */
  readonly command?: string;
  readonly durationMs?: number;
  readonly initDurationMs?: number;
  /** Epoch. */
  readonly startedAtMs?: number;
  /** Counted from 0. */
  readonly worker?: number;
  /** How long it took in the earlier results. */
  readonly earlierMs?: number;
  /** What became of it since the commit that the suite was compared with; absent where it is the same, or was not compared. */
  readonly movement?: PageMovement;
  /** The block that has its details; absent where there are none. */
  readonly block?: number;
}

/** The details of cases, by their places in the list, in a block that is parsed once one of its cases is opened. */
export type DetailsBlock = Readonly<Record<string, CaseDetails>>;

/** A text of a case: what a handler got, gave or printed, and its calls to AWS. */
export type CaseText = 'event' | 'response' | 'log' | 'calls';

export interface CaseDetails {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly error?: {
    readonly type: string;
    readonly message: string;
    readonly place?: string;
    readonly trace?: string;
  };
  readonly diagnostic?: { readonly message: string; readonly hint?: string; readonly place?: string };
  readonly findings: readonly PageFinding[];
  /** What differs from the commit that the suite was compared with: `-` was before, `+` is now. */
  readonly movement?: PageFinding;
  /** A sentence on the findings that are not in the page. */
  readonly findingsLeftOut?: string;
  readonly texts: { readonly [text in CaseText]?: string };
  /** A sentence on the texts that are not in the page. */
  readonly textsLeftOut?: string;
}

export interface PageFinding {
  readonly message: string;
  readonly place?: string;
  /** Lines that begin with `-` (expected), `+` (received) or a blank. */
  readonly diff?: string;
}
