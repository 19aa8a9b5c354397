import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { SandboxOutcome } from '../../lambda/sandbox/outcome.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';

/** A failure to look for hints in. */
export interface FailedInvocation {
  readonly function: LambdaFunction;
  /** How the runtime was started. */
  readonly launch: Launch;
  /** The folder of the function's code, absolute. */
  readonly taskRoot: string;
  readonly outcome: Exclude<SandboxOutcome, { status: 'success' }>;
  readonly errorType: string;
  readonly errorMessage: string;
  /** The lines of the trace. */
  readonly trace: readonly string[];
}

/** The reason for a failure, and what to do about it. */
export type Hint = Pick<Diagnostic, 'code' | 'message' | 'hint' | 'location'>;

/** Looks for one kind of reason; `undefined` if it is not that one. */
export type FindHint = (failure: FailedInvocation) => Hint | undefined | Promise<Hint | undefined>;
