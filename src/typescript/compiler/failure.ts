/** A place in a source file. `line` and `column` count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The compiler process's answer for source that it can't compile. */
export interface CompileFailure {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly location?: SourcePlace;
}

/** Ends a compilation because of an error that the user can fix. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly failure: CompileFailure;

  constructor(failure: CompileFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
