import type { Diagnostic, SourceLocation } from './diagnostic.js';

/** What an expected failure says: a {@link Diagnostic} of severity `error`. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly location?: SourceLocation | undefined;
  readonly cause?: unknown;
}

/**
 * A failure that the user can mend: a wrong input, a broken file, a missing program.
 * Anything that is thrown and is not a `UserError` is a defect of ours, and shows its stack.
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
