/** How much a diagnostic matters. An `error` ends the request; a `warning` and a `notice` do not. */
export type Severity = 'error' | 'warning' | 'notice';

/** A place in a file of the project. `line` and `column` count from 1. */
export interface SourceLocation {
  /** Absolute path. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A message of ours to a person. The action and the command each decide how it looks. */
export interface Diagnostic {
  readonly severity: Severity;
  /** A stable kebab-case name of the finding, such as `function-unknown`. */
  readonly code: string;
  /** What was wrong, in one or more sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly location?: SourceLocation;
  /** Set where other functions may have the same, which a suite then says once for all of them. */
  readonly about?: {
    /** The function's key. */
    readonly function: string;
    /** What they share, such as their runtime: the same text for the same warning. */
    readonly shared: string;
  };
}

/** Takes the warnings and notices of a run as they come up. */
export type ReportDiagnostic = (diagnostic: Diagnostic) => void;
