/** A text that lies in a file of the run's own folder, so that the memory of a run does not grow with its cases. */
export interface StoredText {
  /** Absolute. */
  readonly file: string;
  /** Where it begins, and how long it is, in bytes. */
  readonly offset: number;
  readonly bytes: number;
  /** Of the whole; more than `bytes` if its beginning or its middle was left out. */
  readonly totalBytes: number;
}
