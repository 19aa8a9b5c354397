/** Which stream a piece of the log came from; `platform` is Lambda's own START, END and REPORT lines. */
export type LogSource = 'stdout' | 'stderr' | 'platform';

/** Takes the log as it comes. */
export interface LogSink {
  /**
   * Takes one piece of the log, bytes as they came. If it returns a promise, that stream is not read on until the promise
   * settles, which bounds the parent's memory.
   */
  write(chunk: Buffer, source: LogSource): void | Promise<void>;
}
