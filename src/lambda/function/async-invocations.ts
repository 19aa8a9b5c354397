/** What Lambda does with an event that nobody waits for, as far as the configuration says it. */
export interface AsyncInvocations {
  /** How often it is tried again where the function fails. */
  readonly retries?: number | undefined;
  /** Where the record of an event goes that was worked on: an ARN, or a function's name or key. */
  readonly onSuccess?: string | undefined;
  /** Where the record of one goes that failed to the end. */
  readonly onFailure?: string | undefined;
  /** The queue or topic that such an event itself goes to: an ARN. */
  readonly deadLetters?: string | undefined;
}
