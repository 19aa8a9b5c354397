import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExactJson } from '../../json/exact-number.js';
import type { AwsCall } from '../aws-call.js';

/** Whose calls they are. */
export interface CallsOf {
  /** The function's key. */
  readonly function: string;
  /** The id of the suite's case. */
  readonly case?: string;
}

/** The calls of one event, and what is to be said of them. */
export interface CallsOutcome {
  /** In the order in which they began. */
  readonly calls: readonly AwsCall[];
  /** How many there were beside those. */
  readonly omittedCalls: number;
  /** An error means that the invocation can't count as good, whatever it answered. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The calls as JSON, one a line, without secrets. What is given is written into each.
   * @param more further members of a call, by its place
   */
  readonly lines: (about: CallsOf, more?: (index: number) => object) => string;
  /** What is wrong with the name of a call, such as `dynamodb:GetItem` or `s3:*`, in a sentence or two. */
  readonly mistakeIn: (call: string) => string | undefined;
  /** The members of a call's request as a pattern compares them, which is given as it is written. */
  readonly membersFor: (call: AwsCall, pattern: unknown) => ExactJson;
}
