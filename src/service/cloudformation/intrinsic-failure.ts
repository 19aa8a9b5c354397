/** Why an intrinsic function has no value. */
export class IntrinsicFailure extends Error {
  /** What is wrong, as the end of a sentence that begins with the name of what holds the function. */
  readonly reason: string;
  readonly hint: string | undefined;
  /** The question whose answer would help, as the caller may answer it: `ref:LogicalId`. */
  readonly question: string | undefined;

  constructor(reason: string, { hint, question }: { hint?: string | undefined; question?: string | undefined } = {}) {
    super(reason);
    this.reason = reason;
    this.hint = hint;
    this.question = question;
  }
}
