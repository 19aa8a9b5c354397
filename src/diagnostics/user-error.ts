import type { Diagnostic, SourceLocation } from './diagnostic.js';

/** The message of an expected failure: a {@link Diagnostic} of severity `error`. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly location?: SourceLocation | undefined;
  readonly cause?: unknown;
}

/**
 * A failure that the user can mend: a wrong input, a broken file, a missing program. Any other error that is thrown is a
 * defect of ours, and is shown with its stack.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly diagnostic: Diagnostic;

  constructor({ code, message, hint, location, cause }: Failure) {
    super(message, cause === undefined ? undefined : { cause });
    this.diagnostic = {
      severity: 'error',
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(location === undefined ? {} : { location }),
    };
  }
}
