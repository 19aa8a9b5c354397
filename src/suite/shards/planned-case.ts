/** A case, as far as a plan of shards needs to know it. */
export interface PlannedCase {
  /** Unique in the suite, and the same from run to run. */
  readonly id: string;
  readonly function: string;
  /** How long it takes in a warm sandbox, in ms, or in any unit that the others have as well. */
  readonly costMs: number;
}

/** The cases of a suite in their order, and what they cost. */
export interface PlannedSuite {
  readonly cases: readonly PlannedCase[];
  /** What the first case of a function takes in addition on each machine, in ms. */
  readonly coldStartMs: (functionName: string) => number;
}
