/** The room of a sandbox could not be made, although rooms can be made on this machine. */
export class RoomError extends Error {
  override readonly name = 'RoomError';
  /** Which step failed, and why. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The room could not be made: ${reason}`);
    this.reason = reason;
  }
}
