import { splitLines } from '../../suite/cases/read-suite-input.js';
import { refuseInputsBesideMerge } from '../asked-for.js';
import { type Environment, text } from '../input-values.js';
import { type ConclusionInputs, readConclusionInputs } from '../inputs.js';

/** The inputs of a step that merges results, read and checked. */
export interface MergeInputs extends ConclusionInputs {
  /** Results files: paths and globs, relative to the workspace or absolute. */
  readonly files: readonly string[];
}

/**
 * Reads the inputs of a step that merges results.
 * @throws UserError where an input is malformed, or asks for something to be run
 */
export function readMergeInputs(environment: Environment): MergeInputs {
  refuseInputsBesideMerge(environment);
  return { files: splitLines(text(environment, 'merge') ?? ''), ...readConclusionInputs(environment) };
}
