import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';

/** A function whose code is covered, and where its files are. */
export interface CoveredFunction {
  readonly function: Pick<LambdaFunction, 'key' | 'runtime' | 'sourceRoot' | 'code'>;
  readonly placed: Pick<PlacedFunction, 'taskRoot'>;
}

/** What takes the coverage of one function. */
export interface FunctionCoverage {
  /** The folder into which its processes write. Absolute. */
  readonly folder: string;
  /** Has something done once its data have been read, which may be after everything has run. Until then its files must stay. */
  whenRead(then: () => Promise<void>): void;
}

/** Takes the coverage of all functions of a run. What is written while they run is read only after it: reading would slow them. */
export interface CoverageCollection {
  open(covered: CoveredFunction): FunctionCoverage;
}
