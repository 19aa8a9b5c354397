/** Why an intrinsic function has no value. */
export class IntrinsicFailure extends Error {
  /** What is wrong, worded to follow the name of the value that contains the function. */
  readonly reason: string;
  readonly hint: string | undefined;
  /** The question whose answer would help, as the caller writes it: `ref:LogicalId`. */
  readonly question: string | undefined;

  constructor(reason: string, { hint, question }: { hint?: string | undefined; question?: string | undefined } = {}) {
    super(reason);
    this.reason = reason;
    this.hint = hint;
    this.question = question;
  }
}
