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
}

/** Takes the warnings and notices of a run as they come up. */
export type ReportDiagnostic = (diagnostic: Diagnostic) => void;
