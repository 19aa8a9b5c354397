/** A place in a source file. `line` and `column` count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What the compiler process says of source that it cannot compile. */
export interface CompileFailure {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly location?: SourcePlace;
}

/** Ends a compilation for a reason that the user can mend. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly failure: CompileFailure;

  constructor(failure: CompileFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
